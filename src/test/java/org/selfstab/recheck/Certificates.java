package org.selfstab.recheck;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.selfstab.RunRecords;
import org.selfstab.certify.BoxClaim;
import org.selfstab.certify.BoxResult;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.certify.MeanSquareCertification;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.certify.region.BoxSearch;
import org.selfstab.certify.region.BoxSide;
import org.selfstab.certify.region.TwoCycleCertifier;
import org.selfstab.certify.trajectory.Certifier;
import org.selfstab.certify.trajectory.FamilyCertifier;
import org.selfstab.certify.trajectory.UnstableCertifier;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.report.BoxCertificateFile;
import org.selfstab.report.CertificateFile;
import org.selfstab.report.CycleCertificateFile;
import org.selfstab.report.FamilyCertificateFile;
import org.selfstab.report.MeanSquareCertificateFile;
import org.selfstab.run.RunListener;

/** Certificates that tests have the prover write. */
final class Certificates {

    private static final double TUBE = 0.01;
    private static final int PARTS = 10_000;

    private Certificates() {}

    /** The certificate of a problem file. */
    static Path write(Path folder, Path file, Map<String, String> overrides, Optional<Integer> steps)
            throws IOException {
        return write(folder, ProblemReader.read(file, overrides).problem(), steps);
    }

    /** The certificate of a problem. */
    static Path write(Path folder, Problem problem, Optional<Integer> steps) throws IOException {
        Path place = folder.resolve(
                problem.name() + "-" + Integer.toHexString(problem.parameters().hashCode()));
        try (CertificateFile file = new CertificateFile(place, RunRecords.any(), problem, steps)) {
            CertificationResult certification =
                    new Certifier(problem, new CertifyOptions(steps, TUBE)).certify(step -> {}, file);
            file.complete(certification);
        }
        return place.resolve(CertificateFile.FILE_NAME);
    }

    /** The certificate of a problem that follows k unstable eigenvalues, 2 at least. */
    static Path ofSeveral(Path folder, Problem problem, int k, Optional<Integer> steps) throws IOException {
        Path place = folder.resolve(
                problem.name() + "-" + Integer.toHexString(problem.parameters().hashCode()));
        try (CertificateFile file = new CertificateFile(place, RunRecords.any(), problem, steps)) {
            CertificationResult certification =
                    new UnstableCertifier(problem, new CertifyOptions(steps, TUBE)).certify(k, step -> {}, file);
            file.complete(certification);
        }
        return place.resolve(CertificateFile.FILE_NAME);
    }

    /** The certificate of a problem of as many unstable eigenvalues as it follows. */
    static Path ofAsMany(Path folder, Problem problem, Optional<Integer> steps) throws IOException {
        try (CertificateFile file = new CertificateFile(folder, RunRecords.any(), problem, steps)) {
            file.complete(Certifier.certify(problem, new CertifyOptions(steps, TUBE), step -> {}, file));
        }
        return folder.resolve(CertificateFile.FILE_NAME);
    }

    /** The certificate of an orbit of period two. */
    static Path ofCycle(Path folder, Problem problem) throws IOException {
        TwoCycleResult certification = new TwoCycleCertifier(problem).certify();
        return CycleCertificateFile.write(folder, RunRecords.any(), certification);
    }

    /** The certificate of a mean-square edge. */
    static Path ofMeanSquareEdge(Path folder, MeanSquareCertification certification) throws IOException {
        return MeanSquareCertificateFile.write(folder, RunRecords.any(), certification);
    }

    /**
     * The certificate of claims over a box.
     *
     * @param box its sides as {@code certify-box} takes them, variables first
     */
    static Path ofBox(Path folder, Problem problem, List<String> box, String... claims) throws IOException {
        List<BoxSide> sides = box.stream().map(BoxSide::parse).toList();
        Map<String, Interval> named = new LinkedHashMap<>();
        sides.forEach(side -> named.put(side.name(), side.interval()));
        BoxResult result = new BoxSearch(problem, named, PARTS)
                .decide(Arrays.stream(claims).map(BoxClaim::parse).toList(), RunListener.none());
        return BoxCertificateFile.write(
                folder, RunRecords.any(), problem, result.names(), result.box(), result.domain(), result.decisions());
    }

    /** A certificate changed and sealed anew, in a file beside it. */
    static Path forged(Path genuine, Consumer<ObjectNode> change) throws IOException {
        ObjectNode tree = (ObjectNode) new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(Files.readString(genuine));
        change.accept(tree);
        return Files.writeString(genuine.resolveSibling("forged.json"), sealed(tree));
    }

    /** The certificate of a problem's family. */
    static Path writeFamily(Path folder, Problem problem, Optional<Integer> steps) throws IOException {
        Family family = problem.family().orElseThrow();
        try (FamilyCertificateFile file = new FamilyCertificateFile(folder, RunRecords.any(), problem, family, steps)) {
            file.complete(new FamilyCertifier(problem, family, new CertifyOptions(steps, TUBE))
                    .certify((member, step) -> {}, file));
        }
        return folder.resolve(FamilyCertificateFile.FILE_NAME);
    }

    /** The tree as a certificate with the digest of its content. */
    static String sealed(ObjectNode tree) {
        try {
            tree.remove("sha256");
            String text = new ObjectMapper().writeValueAsString(tree);
            String content = text.substring(0, text.length() - 1) + ",\n";
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return content + "\"sha256\":\"" + HexFormat.of().formatHex(digest) + "\"}\n";
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
