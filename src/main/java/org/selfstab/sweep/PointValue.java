package org.selfstab.sweep;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.vocabulary.Verdict;

/**
 * The value of a quantity at a point: a finite number, a verdict or other words, or nothing.
 *
 * @param text the shortest decimal that reads back as the same double, the words, or empty if undefined
 * @param number the number, if it is one
 */
public record PointValue(String text, OptionalDouble number) {

    /** What is undefined. */
    static final PointValue UNDEFINED = new PointValue("", OptionalDouble.empty());

    private static final CompiledBackend BACKEND = new CompiledBackend();

    /** A finite number. */
    static PointValue of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not finite: " + number);
        }
        return new PointValue(textOf(number), OptionalDouble.of(number));
    }

    /** The shortest decimal that reads back as the same double, of a whole number without fraction. */
    static String textOf(double number) {
        return BACKEND.write(new Binary64(number)).replaceFirst("\\.0$", "");
    }

    /** A verdict: {@code holds}, {@code not applicable}, {@code undecided} or {@code fails}. */
    public static PointValue of(Verdict.Status status) {
        return words(status.inWords());
    }

    /** Words. */
    static PointValue words(String words) {
        return new PointValue(words, OptionalDouble.empty());
    }

    /** The verdict, if it is one. */
    public Optional<Verdict.Status> verdict() {
        return Arrays.stream(Verdict.Status.values())
                .filter(status -> text.equals(of(status).text()))
                .findFirst();
    }

    /** Whether there is a value. */
    public boolean isDefined() {
        return !text.isEmpty();
    }
}
