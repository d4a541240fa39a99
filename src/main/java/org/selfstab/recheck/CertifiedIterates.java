package org.selfstab.recheck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Location;

/**
 * What the certificate of a run says of its iterates, as it stands in the file and is not verified here.
 *
 * @param problem the problem
 * @param approach how many iterates are before t = 0
 * @param iterates all, from the start on
 * @param nearest the points nearest to those from t = 0 on, {@code dagger_t}
 * @param claims what is claimed
 */
public record CertifiedIterates(
        StatedProblem problem, int approach, List<Iterate> iterates, List<Nearest> nearest, List<Claim> claims) {

    public CertifiedIterates {
        iterates = List.copyOf(iterates);
        nearest = List.copyOf(nearest);
        claims = List.copyOf(claims);
    }

    /**
     * One iterate.
     *
     * @param centre its coordinates about
     * @param radii how far each coordinate is from that at most, by the set that contains it
     * @param sharpness the sharpness about, and how far it is from that at most; empty before t = 0
     */
    public record Iterate(List<Double> centre, List<Double> radii, Optional<Ball> sharpness) {
        public Iterate {
            centre = List.copyOf(centre);
            radii = List.copyOf(radii);
        }
    }

    /**
     * A nearest point.
     *
     * @param centre its coordinates about
     * @param radius how far from that it is at most
     * @param uniqueness there is no other within that of the centre, in each coordinate
     * @param onBoundary whether it certainly lies on the boundary of the stable set
     */
    public record Nearest(List<Double> centre, double radius, double uniqueness, boolean onBoundary) {
        public Nearest {
            centre = List.copyOf(centre);
        }
    }

    /** A claim as it stands: a condition or conclusion, its quantity, the bounds of that, which may be absent, and the verdict. */
    public record Claim(String name, String quantity, Optional<Double> lower, Optional<Double> upper, String verdict) {}

    /** Numbers about a centre. */
    public record Ball(double centre, double radius) {}

    /**
     * Reads a certificate.
     *
     * @throws CertificateException if the file is not the certificate of a run
     */
    public static CertifiedIterates read(Path file) {
        return CertificateReader.read(file, (reader, objection) -> {
            if (reader.kind() != CertificateKind.RUN) {
                throw new CertificateException(
                        Location.startOf(file), "not the certificate of a run", "give one that certify wrote");
            }
            StatedProblem problem = reader.problem();
            List<Iterate> iterates = new ArrayList<>();
            reader.begin("approach");
            while (reader.more()) {
                iterates.add(iterate(reader.approach().set(), Optional.empty()));
            }
            int approach = iterates.size();
            List<Nearest> nearest = new ArrayList<>();
            reader.begin("steps");
            while (reader.more()) {
                CertificateRecords.Step step = reader.step();
                nearest.add(nearest(step, problem.variables().size()));
                CertificateRecords.Zero pair = step.iteratePair();
                int last = pair.centre().size() - 1;
                iterates.add(iterate(
                        step.iterate(),
                        Optional.of(
                                new Ball(pair.centre().get(last), pair.radii().get(last)))));
            }
            reader.end();
            List<Claim> claims = reader.claims().stream()
                    .map(claim ->
                            new Claim(claim.name(), claim.quantity(), claim.lower(), claim.upper(), claim.verdict()))
                    .toList();
            return new CertifiedIterates(problem, approach, iterates, nearest, claims);
        });
    }

    /** The same up to a step, of which nothing is claimed. */
    public CertifiedIterates upTo(int step) {
        int count = approach + step + 1;
        return count >= iterates.size()
                ? this
                : new CertifiedIterates(
                        problem,
                        approach,
                        iterates.subList(0, count),
                        nearest.subList(0, Math.max(0, step + 1)),
                        List.of());
    }

    private static Nearest nearest(CertificateRecords.Step step, int variables) {
        CertificateRecords.Nearest first = step.nearest().get(0);
        return new Nearest(
                first.zero().centre().subList(0, variables),
                step.daggerRadius(),
                first.uniqueness(),
                step.nearest().size() == 1 && first.piece().equals("BOUNDARY"));
    }

    private static Iterate iterate(CertificateRecords.Set set, Optional<Ball> sharpness) {
        List<Double> radii = new ArrayList<>();
        for (List<Double> row : set.frame()) {
            double radius = 0.0;
            for (int j = 0; j < row.size(); j++) {
                radius += Math.abs(row.get(j)) * set.radii().get(j);
            }
            radii.add(Math.nextUp(radius * (1.0 + 1e-14)));
        }
        return new Iterate(set.centre(), radii, sharpness);
    }
}
