package org.selfstab.report;

import org.selfstab.certify.region.TwoCycleResult;
import org.selfstab.interval.Interval;

/** An orbit of period two as a referee reads it. */
public final class TwoCycleText {

    private TwoCycleText() {}

    /** What was proved, or that nothing was. */
    public static String write(TwoCycleResult certification) {
        String title = certification.problem().title() + ": " + VerdictLine.of(certification) + "\n";
        return certification
                .orbit()
                .map(orbit -> title + orbit(certification, orbit))
                .orElseGet(
                        () -> title + "  UNDECIDED  " + certification.obstacle().orElseThrow() + "\n");
    }

    private static String orbit(TwoCycleResult certification, TwoCycleResult.Orbit orbit) {
        StringBuilder text = new StringBuilder();
        text.append("  HOLDS      gradient descent has an orbit of period two with\n");
        for (int i = 0; i < orbit.first().size(); i++) {
            text.append("      ")
                    .append(certification.problem().variables().get(i).name());
            text.append(" in ").append(orbit.first().get(i)).append(" and ");
            text.append(orbit.second().get(i)).append('\n');
        }
        text.append("  HOLDS      no other point of period one or two lies within ")
                .append(orbit.uniquenessRadius());
        text.append(" of the first in each coordinate\n");
        text.append(String.format("  %-10s %s%n", orbit.stable().word(), stability(orbit)));
        text.append("  evidence: Krawczyk's test and Stein's equation in interval arithmetic\n");
        return text.toString();
    }

    private static String undecided(Interval spectralRadius) {
        return spectralRadius.isFinite()
                ? "its stability: the largest modulus of an eigenvalue is in " + spectralRadius
                        + ", about 1; with another step size it may be decided"
                : "its stability: the eigenvalues could not be bounded, which is tried in up to "
                        + TwoCycleResult.MOST_VARIABLES + " variables";
    }

    private static String stability(TwoCycleResult.Orbit orbit) {
        return switch (orbit.stable()) {
            case HOLDS -> "it is stable: nearby iterates converge to it";
            case FAILS ->
                "it is not asymptotically stable by its linearisation: an eigenvalue is on or outside the unit circle";
            default -> undecided(orbit.spectralRadius().orElseThrow());
        };
    }
}
