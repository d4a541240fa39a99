package org.selfstab.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.LohnerSet;
import org.selfstab.certify.StepCertificate;
import org.selfstab.certify.UnstableStepCertificate;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.run.RunRecord;

/** Writes the certificate of one run while it is certified; certificates.md describes the format. */
public final class CertificateFile implements CertificateListener, Closeable {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "certificate.json";

    private final CertificateJson json;
    private final RunRecord run;
    private final StatedProblem problem;
    private Optional<RunJson> steps = Optional.empty();

    /**
     * Opens the file.
     *
     * @param folder the problem's folder
     * @param horizon the number of steps, where it is not left to the problem
     * @throws IOException if the file cannot be made
     */
    public CertificateFile(Path folder, RunRecord run, Problem problem, Optional<Integer> horizon) throws IOException {
        this.json = new CertificateJson(folder.resolve(FILE_NAME));
        this.run = run;
        this.problem = StatedProblems.of(problem, horizon);
    }

    /** What writes the run after the problem; of one unstable eigenvalue unless something else was said before. */
    private RunJson steps() {
        if (steps.isEmpty()) {
            begin(CertificateKind.RUN);
        }
        return steps.orElseThrow();
    }

    private void begin(CertificateKind kind) {
        try {
            json.begin(kind.format(), run, problem);
            steps = Optional.of(new RunJson(json));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void several(int k) {
        begin(CertificateKind.SEVERAL);
        steps().several(k);
    }

    @Override
    public void approach(LohnerSet set, Optional<Double> reach) {
        steps().approach(set, reach);
    }

    @Override
    public void step(StepCertificate step) {
        steps().step(step);
    }

    @Override
    public void step(UnstableStepCertificate step) {
        steps().step(step);
    }

    /**
     * Writes the claims and the digest, and puts the file in its place.
     *
     * @throws IOException if the file cannot be written
     */
    public void complete(CertificationResult certification) throws IOException {
        steps().complete(certification);
        json.complete();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
