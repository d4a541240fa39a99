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
 */
public record CertifiedIterates(StatedProblem problem, int approach, List<Iterate> iterates) {

    public CertifiedIterates {
        iterates = List.copyOf(iterates);
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
            reader.begin("steps");
            while (reader.more()) {
                CertificateRecords.Step step = reader.step();
                CertificateRecords.Zero pair = step.iteratePair();
                int last = pair.centre().size() - 1;
                iterates.add(iterate(
                        step.iterate(),
                        Optional.of(
                                new Ball(pair.centre().get(last), pair.radii().get(last)))));
            }
            return new CertifiedIterates(problem, approach, iterates);
        });
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
