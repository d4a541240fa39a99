package org.selfstab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.selfstab.vocabulary.Verdict;

class PointLineTest {

    @Property(tries = 300)
    void aLineReadsBackAndIsOneLine(@ForAll String reason, @ForAll double number, @ForAll String words) {
        PointValue value = Double.isFinite(number) ? PointValue.of(number) : PointValue.UNDEFINED;
        PointResult result = new PointResult(
                7,
                PointStatus.LEFT_DOMAIN,
                reason,
                List.of(value, PointValue.words(words)),
                List.of(Verdict.Status.NOT_APPLICABLE, Verdict.Status.HOLDS));
        String line = PointLine.write(result);
        assertThat(line).doesNotContain("\n", "\r");
        if (!hasLoneSurrogates(reason + words)) {
            assertThat(PointLine.read(line)).contains(result);
        }
    }

    private static boolean hasLoneSurrogates(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Property(tries = 100)
    void aLineThatWasCutIsKnown(@ForAll @IntRange(min = 1, max = 60) int missing) {
        String line = PointLine.write(new PointResult(
                3, PointStatus.COMPLETE, "a reason of some length", List.of(PointValue.of(1.5)), List.of()));
        assertThat(PointLine.read(line.substring(0, Math.max(0, line.length() - missing))))
                .isEmpty();
    }
}
