package org.selfstab.recheck;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.selfstab.vocabulary.Location;

/**
 * Verifies a certificate without the prover: rebuilds the problem from its exact expressions, verifies step by step, point by point or part by
 * part in directed decimal arithmetic, and derives each claim's bounds anew. certificates.md says what is verified and on which assumptions.
 */
public final class Rechecker {

    /** The decimal digits of the arithmetic, where a certificate does not ask for more. */
    public static final int DIGITS = 40;

    /** No certificate may hold a longer text, in characters. */
    public static final int LONGEST_TEXT = JsonFields.LONGEST_TEXT;

    private Rechecker() {}

    /**
     * What a certificate is about.
     *
     * @throws CertificateException if the file cannot be read or is no certificate
     */
    public static CertificateKind kind(Path file) {
        return CertificateReader.read(file, (reader, objection) -> reader.kind());
    }

    /**
     * Verifies a certificate.
     *
     * @param progress is told each step that is verified, or how many boxes were looked at
     * @throws CertificateException if the file cannot be read or is no certificate, or that of a family
     */
    public static RecheckResult check(Path file, IntConsumer progress) {
        return check(file, Optional.empty(), progress);
    }

    /**
     * Verifies a certificate, and that it is about a problem; otherwise all claims are rejected with the difference.
     *
     * @param own the reader's own problem
     * @param progress is told each step that is verified, or how many boxes were looked at
     * @throws CertificateException if the file cannot be read or is no certificate, or that of a family
     */
    public static RecheckResult check(Path file, StatedProblem own, IntConsumer progress) {
        return check(file, Optional.of(own), progress);
    }

    /** The same with a problem only where one is given. */
    public static RecheckResult check(Path file, Optional<StatedProblem> own, IntConsumer progress) {
        return CertificateReader.read(file, (reader, objection) -> {
            StatedProblem stated = reader.problem();
            return switch (reader.kind()) {
                case RUN -> run(reader, stated, own, objection, progress);
                case SEVERAL -> several(reader, stated, own, objection, progress);
                case CYCLE -> new PointRecheck(reader, stated, own, objection).ofCycle();
                case BOX -> new PointRecheck(reader, stated, own, objection).ofBox(progress);
                case MEAN_SQUARE_EDGE -> new PointRecheck(reader, stated, own, objection).ofMeanSquareEdge();
                case FAMILY ->
                    throw new CertificateException(
                            Location.startOf(file), "a certificate of a family", "verify it with FamilyRechecker");
            };
        });
    }

    private static RecheckResult run(
            CertificateReader reader,
            StatedProblem stated,
            Optional<StatedProblem> own,
            Optional<String> objection,
            IntConsumer progress) {
        RunVerification run =
                new RunVerification(reader.decimals(DIGITS), stated, objection.or(() -> difference(stated, own)));
        RecheckResult report = run.read(reader, progress);
        reader.digest();
        return report;
    }

    private static RecheckResult several(
            CertificateReader reader,
            StatedProblem stated,
            Optional<StatedProblem> own,
            Optional<String> objection,
            IntConsumer progress) {
        UnstableVerification run = new UnstableVerification(
                reader.decimals(DIGITS), stated, reader.unstable(), objection.or(() -> difference(stated, own)));
        RecheckResult report = run.read(reader, progress);
        reader.digest();
        return report;
    }

    private static Optional<String> difference(StatedProblem stated, Optional<StatedProblem> own) {
        return own.flatMap(problem -> stated.differences(problem).stream().findFirst())
                .map(words -> "the problem is another: " + words);
    }
}
