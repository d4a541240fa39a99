package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.selfstab.recheck.taylor.FormulaParser;

/**
 * A linear optimizer in the words of a certificate: {@code s' = A s + B grad L(C s)} for q copies of the parameters.
 *
 * @param name what people call it; no claim rests on it
 * @param a the rows of A, q by q, expressions of the parameters
 * @param b B, of q expressions
 * @param c C, of q expressions
 */
public record StatedOptimizer(String name, List<List<String>> a, List<String> b, List<String> c) {

    static final String MOMENTUM = "momentum";

    private static final int MOST_COPIES = 8;

    public StatedOptimizer {
        List<List<String>> rows = new ArrayList<>();
        a.forEach(row -> rows.add(List.copyOf(row)));
        a = List.copyOf(rows);
        b = List.copyOf(b);
        c = List.copyOf(c);
    }

    /**
     * Refuses matrices that do not fit together.
     *
     * @throws org.selfstab.recheck.taylor.FormulaException if they do not
     */
    void requireWellFormed() {
        int q = b.size();
        StatedProblem.require(
                0 < q && q <= MOST_COPIES && a.size() == q && c.size() == q,
                "an optimizer has A of q rows, and B and C of q entries, with q from 1 to " + MOST_COPIES);
        StatedProblem.require(a.stream().allMatch(row -> row.size() == q), "the optimizer's A is not square");
    }

    /** How many copies of the parameters its state holds. */
    int copies() {
        return b.size();
    }

    /** Whether its matrices are written as those of heavy ball, {@code theta' = theta - eta grad L(theta) + momentum (theta - theta_before)}. */
    boolean isHeavyBall() {
        return a.equals(List.of(List.of("1 + " + MOMENTUM, "-" + MOMENTUM), List.of("1", "0")))
                && b.equals(List.of("-" + StatedProblem.STEP_SIZE, "0"))
                && c.equals(List.of("1", "0"));
    }

    /** All entries: A row by row, B, C. */
    Stream<String> entries() {
        return Stream.of(a.stream().flatMap(List::stream), b.stream(), c.stream())
                .flatMap(entries -> entries);
    }

    /** For people, with the name only where it says more. */
    public String shown() {
        return name + ": s' = A s + B grad L(C s), A = " + a + ", B = " + b + ", C = " + c;
    }

    /** Where this and another optimizer differ; gradient descent is none. */
    static void differ(
            List<String> differences,
            Optional<StatedOptimizer> here,
            Optional<StatedOptimizer> there,
            FormulaParser parser) {
        if (here.isEmpty()
                || there.isEmpty()
                || here.get().copies() != there.get().copies()) {
            StatedProblem.differ(
                    differences,
                    "optimizer",
                    here.map(StatedOptimizer::shown).orElse("gradient descent"),
                    there.map(StatedOptimizer::shown).orElse("gradient descent"));
            return;
        }
        List<String> own = here.get().entries().toList();
        List<String> other = there.get().entries().toList();
        for (int i = 0; i < own.size() && i < other.size(); i++) {
            StatedProblem.formulasDiffer(
                    differences, here.get().nameOfEntry(i) + " of the optimizer", parser, own.get(i), other.get(i));
        }
    }

    private String nameOfEntry(int place) {
        int q = copies();
        return place < q * q
                ? "A[" + (place / q + 1) + "][" + (place % q + 1) + "]"
                : (place < q * q + q ? "B" : "C") + "[" + (place % q + 1) + "]";
    }
}
