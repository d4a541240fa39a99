package org.selfstab.recheck;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Location;

/**
 * What a certificate about a box says, as it stands in the file and is not verified here.
 *
 * @param problem the problem
 * @param sides the numbers that each name takes, the variables first
 * @param claims each claim
 */
public record CertifiedBox(StatedProblem problem, List<Side> sides, List<Claim> claims) {

    public CertifiedBox {
        sides = List.copyOf(sides);
        claims = List.copyOf(claims);
    }

    /** The numbers that a name takes. */
    public record Side(String name, double from, double to) {}

    /**
     * A claim about all points.
     *
     * @param above whether the quantity is said to be above the bound; else below
     * @param witness where it is refuted; empty if it is not
     */
    public record Claim(
            String quantity, boolean above, BigDecimal bound, String verdict, Optional<List<Double>> witness) {

        /** As the checker names it. */
        public String name() {
            return quantity + (above ? " > " : " < ") + bound;
        }
    }

    /**
     * Reads a certificate.
     *
     * @throws CertificateException if the file is not a certificate about a box
     */
    public static CertifiedBox read(Path file) {
        return CertificateReader.read(file, (reader, objection) -> {
            if (reader.kind() != CertificateKind.BOX) {
                throw new CertificateException(
                        Location.startOf(file), "not a certificate about a box", "give one that certify-box wrote");
            }
            StatedProblem problem = reader.problem();
            CertificateRecords.Box box = reader.box();
            return new CertifiedBox(
                    problem,
                    box.sides().stream()
                            .map(side -> new Side(side.name(), side.from(), side.to()))
                            .toList(),
                    box.claims().stream()
                            .map(claim -> new Claim(
                                    claim.quantity(),
                                    claim.sense().equals(">"),
                                    claim.bound(),
                                    claim.verdict(),
                                    claim.witness()))
                            .toList());
        });
    }
}
