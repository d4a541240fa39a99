package org.selfstab.coq;

import java.util.Collection;
import java.util.List;

/**
 * What became of something that Coq was to prove.
 *
 * @param subject what, for people
 * @param outcome what became of it
 * @param file the name of its file; blank if there is none
 * @param reason why it was not accepted; blank if it was
 * @param seconds how long Coq took
 * @param axioms those that the theorem rests on
 * @param proved the claims of a certificate that it proves, by their names and quantities
 */
public record FormalResult(
        String subject,
        Outcome outcome,
        String file,
        String reason,
        double seconds,
        List<String> axioms,
        List<String> proved) {

    public FormalResult {
        axioms = List.copyOf(axioms);
        proved = List.copyOf(proved);
    }

    /** What may become of it, the best first. */
    public enum Outcome {
        /** Coq accepted it, on no axioms but those of its libraries. */
        ACCEPTED,
        /** Coq is not there. */
        NOT_CHECKED,
        /** There is no file of it. */
        NOT_EXPORTED,
        /** Coq did not accept the proof that was proposed, which does not say that it is false. */
        NOT_ACCEPTED;

        /** The word in reports. */
        public String word() {
            return name().replace('_', ' ');
        }
    }

    /** Something that cannot be written as a Coq file. */
    public static FormalResult notExported(String subject, String reason) {
        return new FormalResult(subject, Outcome.NOT_EXPORTED, "", reason, 0.0, List.of(), List.of());
    }

    /** Whether it is proved. */
    public boolean accepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /** Whether all of some are. */
    public static boolean accepted(Collection<FormalResult> results) {
        return !results.isEmpty() && results.stream().allMatch(FormalResult::accepted);
    }
}
