package org.selfstab.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.StepCertificate;
import org.selfstab.certify.proof.LohnerSet;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.run.RunRecord;

/** Writes the certificate of one run while it is certified; certificates.md describes the format. */
public final class CertificateFile implements CertificateListener, Closeable {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "certificate.json";

    private final CertificateJson json;
    private final RunJson steps;

    /**
     * Opens the file and writes the problem.
     *
     * @param folder the problem's folder
     * @param horizon the number of steps, where it is not left to the problem
     * @throws IOException if the file cannot be made
     */
    public CertificateFile(Path folder, RunRecord run, Problem problem, Optional<Integer> horizon) throws IOException {
        this.json = new CertificateJson(
                folder.resolve(FILE_NAME), CertificateKind.RUN.format(), run, StatedProblems.of(problem, horizon));
        this.steps = new RunJson(json);
    }

    @Override
    public void approach(LohnerSet set, Optional<Double> reach) {
        steps.approach(set, reach);
    }

    @Override
    public void step(StepCertificate step) {
        steps.step(step);
    }

    /**
     * Writes the claims and the digest, and puts the file in its place.
     *
     * @throws IOException if the file cannot be written
     */
    public void complete(CertificationResult certification) throws IOException {
        steps.complete(certification);
        json.complete();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
