package org.selfstab.coq;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.selfstab.recheck.CertifiedBox;
import org.selfstab.recheck.CertifiedIterates;
import org.selfstab.recheck.Rechecker;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.SelfstabException;

/**
 * What Coq is to prove of a certificate.
 *
 * @param problem the problem that the certificate states
 * @param names what the names in the files stand for
 * @param common the files that others use
 * @param files what is to be proved, each for itself
 * @param last what rests on all of these
 */
public record CertificateFiles(
        StatedProblem problem,
        Map<String, String> names,
        List<FormalFile> common,
        List<FormalFile> files,
        List<FormalFile> last) {

    /**
     * The files of a certificate of a run or about a box.
     *
     * @param steps the last step of a run that is of interest
     * @throws NoTermException if certificates of this kind, or of such a box, have no Coq files
     * @throws SelfstabException if the file is no such certificate
     */
    public static CertificateFiles of(Path certificate, Optional<Integer> steps) {
        return switch (Rechecker.kind(certificate)) {
            case RUN -> ofRun(CertifiedIterates.read(certificate), steps);
            case BOX -> ofBox(CertifiedBox.read(certificate));
            case SEVERAL, CYCLE, FAMILY, MEAN_SQUARE_EDGE ->
                throw new NoTermException(
                        "certificates of cycles, families, mean-square edges and several eigenvalues have no"
                                + " Coq files; those of runs of one and boxes have");
        };
    }

    private static CertificateFiles ofRun(CertifiedIterates certified, Optional<Integer> steps) {
        StatedProblem problem = certified.problem();
        CertifiedIterates wanted = steps.map(certified::upTo).orElse(certified);
        RunFiles run;
        try {
            run = new RunFiles(wanted);
        } catch (NoTermException none) {
            return new CertificateFiles(
                    problem, Map.of(), List.of(), List.of(FormalFile.without("iterates", none.problem())), List.of());
        }
        List<FormalFile> common = new ArrayList<>(List.of(run.base()));
        List<FormalFile> files = new ArrayList<>(run.parts());
        run.coefficients().ifPresent(files::add);
        run.nearestPoint().ifPresent(files::add);
        List<FormalFile> last = new ArrayList<>(List.of(run.all()));
        try {
            CouplingFiles coupling = new CouplingFiles(wanted, run);
            common.addAll(coupling.common());
            files.addAll(coupling.parts());
            last.add(coupling.all());
        } catch (NoTermException none) {
            files.add(FormalFile.without("dagger_t and the conclusions", none.problem()));
        }
        return new CertificateFiles(problem, withRun(run.names(), problem), common, files, last);
    }

    /** The files of a certificate about a box. */
    static CertificateFiles ofBox(CertifiedBox certified) {
        List<BoxFile.Side> sides = certified.sides().stream()
                .map(side -> new BoxFile.Side(side.name(), side.from(), side.to()))
                .toList();
        requireSidesOf(certified);
        for (CertifiedBox.Side side : certified.sides()) {
            // of no point everything is true
            if (!(side.from() <= side.to())) {
                throw new NoTermException("the side of " + side.name() + " is empty");
            }
        }
        List<FormalFile> files = new ArrayList<>();
        for (CertifiedBox.Claim claim : certified.claims()) {
            files.add(ofClaim(certified.problem(), sides, claim, files.size() + 1));
        }
        return new CertificateFiles(
                certified.problem(),
                withLoss(BoxFile.names(certified.problem(), sides), certified.problem()),
                List.of(),
                files,
                List.of());
    }

    /** The files take the sides in the order of variables, and then parameters, each once. */
    private static void requireSidesOf(CertifiedBox certified) {
        List<String> names =
                certified.sides().stream().map(CertifiedBox.Side::name).toList();
        List<String> variables = certified.problem().variables();
        boolean ordered = names.size() >= variables.size()
                && names.subList(0, variables.size()).equals(variables)
                && Set.copyOf(names).size() == names.size()
                && certified.problem().parameters().keySet().containsAll(names.subList(variables.size(), names.size()));
        if (!ordered) {
            throw new NoTermException("the sides of the box are not those of the variables, in their order, and of"
                    + " parameters: " + String.join(", ", names));
        }
    }

    private static FormalFile ofClaim(
            StatedProblem problem, List<BoxFile.Side> sides, CertifiedBox.Claim claim, int number) {
        String subject = claim.name() + ": " + claim.verdict(); // of one that FAILS the file proves the opposite
        boolean holds = claim.verdict().equals("HOLDS");
        boolean refuted = claim.verdict().equals("FAILS")
                && claim.witness().filter(point -> point.size() == sides.size()).isPresent();
        if (!holds && !refuted) {
            return FormalFile.without(subject, "the certificate leaves it undecided, or refutes it at no point");
        }
        BoxFile.Claim formal = new BoxFile.Claim(
                claim.quantity(), claim.above(), claim.bound(), holds ? Optional.empty() : claim.witness());
        return new FormalFile(subject, "claim_" + number, () -> BoxFile.text(problem, sides, formal));
    }

    /** What names stand for, with the loss, the parameters whose values were put in, and the start, for a reader to compare with the files. */
    private static Map<String, String> withRun(Map<String, String> names, StatedProblem problem) {
        Map<String, String> all = withLoss(names, problem);
        all.put("start", equations(problem.start(), List.of()));
        return all;
    }

    /** The same without the start. */
    public static Map<String, String> withLoss(Map<String, String> names, StatedProblem problem) {
        Map<String, String> all = new LinkedHashMap<>(names);
        all.put("L", problem.loss());
        all.put("with", equations(problem.parameters(), names.values()));
        return all;
    }

    private static String equations(Map<String, String> values, Collection<String> without) {
        return values.entrySet().stream()
                .filter(value -> !without.contains(value.getKey()))
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    /** How many files there are. */
    public int count() {
        return common.size() + files.size() + last.size();
    }

    /**
     * Has Coq compile the files in a folder.
     *
     * @param listener is told what is compiled
     */
    public List<FormalResult> check(Coqc coqc, Path folder, RunListener listener) throws IOException {
        return FormalFile.check(coqc, folder, common, files, last, listener);
    }
}
