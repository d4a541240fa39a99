package org.selfstab.sweep;

import org.selfstab.claims.QuantityReader;
import org.selfstab.claims.Reading;
import org.selfstab.problem.Expectation;
import org.selfstab.problem.Problem;
import org.selfstab.problem.QuantityName;
import org.selfstab.suite.Judgement;
import org.selfstab.suite.ProblemClaims;
import org.selfstab.vocabulary.Verdict;

/** A claim that is judged at each point. */
sealed interface SweptClaim {

    /** The quantity that it is about. */
    QuantityName name();

    /** Judges it at a point. */
    void judge(Problem point, QuantityReader observer, PointRecord record);

    /**
     * What the problem's [expect] asserts, with the point's parameters put in, judged as {@code selfstab test} does.
     *
     * @param name the quantity
     */
    record Stated(QuantityName name) implements SweptClaim {
        @Override
        public void judge(Problem point, QuantityReader observer, PointRecord record) {
            Expectation expectation = point.expectations().stream()
                    .filter(candidate -> candidate.name().equals(name.text()))
                    .findFirst()
                    .orElseThrow();
            Judgement judgement = ProblemClaims.of(point, expectation, observer).judge();
            record.claim(name.text(), judgement.status(), judgement.passes() ? "" : reason(judgement));
        }

        private static String reason(Judgement judgement) {
            return "computed " + judgement.computed() + ", expected " + judgement.expected()
                    + (judgement.reason().isEmpty() ? "" : "; " + judgement.reason());
        }
    }

    /**
     * That a condition or conclusion holds.
     *
     * @param name the quantity, whose value is a verdict
     */
    record Holding(QuantityName name) implements SweptClaim {
        @Override
        public void judge(Problem point, QuantityReader observer, PointRecord record) {
            Reading computed = observer.observe(name);
            Verdict.Status status =
                    computed instanceof Reading.OfVerdict verdict ? verdict.status() : Verdict.Status.UNDECIDED;
            record.claim(name.text(), status, status == Verdict.Status.HOLDS ? "" : computed.reason());
        }
    }
}
