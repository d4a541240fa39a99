package org.selfstab.claims.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Problems;
import org.selfstab.Study;
import org.selfstab.claims.Reading;
import org.selfstab.problem.ObservedNumber;
import org.selfstab.suite.Judgement;
import org.selfstab.suite.ProblemClaims;
import org.selfstab.vocabulary.Behaviour;
import org.selfstab.vocabulary.Verdict;

class ObservedCourseTest {

    private static Study study(String loss, String start, String eta, String observed, String expected) {
        String[] point = start.split(" ", -1);
        return Problems.inPlane(loss, eta, point[0], point[1])
                .maxSteps(400)
                .observe("o", observed)
                .expect("observable.o", expected)
                .study();
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static Verdict.Status judged(Study study) {
        return ProblemClaims.of(study).get(0).judge().status();
    }

    /**
     * A step multiplies x^2 - y^2 by 1 - eta^2 (x y - 1)^2: its modulus falls where {@code eta |x y - 1| < sqrt(2)}. On the double well, x = y, x' = x - eta (x^3 - x)
     * rises to 1 for small eta. Of {@code log(1 + exp(-x))} x grows like log t for ever.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | abs(x^2-y^2) | 'decreases' | HOLDS",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | abs(x^2-y^2) | 'increases' | FAILS",
                "(x*y-1)^2/2 | 1 8 | 1/4 | abs(x^2-y^2) | 'decreases' | FAILS",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | log(y) | 'decreases' | UNDECIDED",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | x*y | 'monotone' | FAILS",
                "(x*y-1)^2/2 | 0.3 0.3 | 1/10 | x*y | 'monotone' | HOLDS",
                "(x*y-1)^2/2 | 0.3 0.3 | 1/10 | x | 'increases' | HOLDS",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | log(y) | 'monotone' | UNDECIDED",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | next(x)^2-next(y)^2-(x^2-y^2)*(1-eta^2*(x*y-1)^2) | 'conserved' | HOLDS",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | x^2-y^2 | 'conserved' | FAILS",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | log(y) | 'conserved' | UNDECIDED",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | 3 + x - x | 'decreases' | FAILS",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | S | 'bounded' | HOLDS",
                "(x*y-1)^2/2 | 9 9 | 1/5 | L | 'bounded' | FAILS",
                "log(1+exp(-x))+y^2/2 | 0 0 | 1 | x | 'bounded' | UNDECIDED",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | S | 'eventually below 2/eta' | HOLDS",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | S | { eventually_below = '2' } | FAILS",
                "log(1+exp(-x))+y^2/2 | 0 0 | 1 | x | 'eventually below 5' | UNDECIDED",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | S | { at_least = '1/2', at_most = '21' } | HOLDS",
                "(x*y-1)^2/2 | 4 0.1 | 1/5 | S | { at_most = '20' } | FAILS",
                "(x*y-1)^2/2 | 0.3 0.3 | 1/10 | x | { at_most = '0.99999999999' } | UNDECIDED"
            },
            quoteCharacter = '`')
    void everyBehaviourHoldsFailsAndIsUndecided(
            String loss, String start, String eta, String observed, String expected, Verdict.Status status) {
        Study study = study(loss, start, eta, observed, quoted(expected));
        assertThat(judged(study)).isEqualTo(status);
    }

    /** Numbers by NumPy: three steps of x, y = 4, 1/10 with eta = 1/5. */
    @Test
    void valuesAreThoseOfAnotherProgram() {
        Study study = study("(x*y-1)^2/2", "4 1/10", "1/5", "next(L) - previous(x)*y", "\"bounded\"");
        Reading.OfObservable read = (Reading.OfObservable) study.read("observable.o");
        assertThat(read.course().stepOf(ObservedNumber.FIRST)).contains(1);
        assertThat(read.course().at(1)).isCloseTo(1.7990560069153534, within(1e-12));
        assertThat(((Reading.OfNumber) study.read("observable.o.first")).value())
                .isCloseTo(1.7990560069153534, within(1e-12));
    }

    /** The step from a double to its neighbour is known in decimals alone: L falls at each of 400 slow steps, though doubles show it constant. */
    @Test
    void decimalsTellWhatRoundingHides() {
        Study study = study("1 + 1e-10*x^2/2 + y^2/2", "1 0", "1", "L", "\"decreases\"");
        assertThat(judged(study)).isEqualTo(Verdict.Status.HOLDS);
    }

    @Test
    void aFailureNamesTheStep() {
        Study study = study("(x*y-1)^2/2", "4 1/10", "1/5", "x", "\"increases\"");
        Judgement judgement = ProblemClaims.of(study).get(0).judge();
        assertThat(judgement.reason()).startsWith("at step 1 it falls by");
        assertThat(Behaviour.of("eventually below")).contains(Behaviour.EVENTUALLY_BELOW);
    }
}
