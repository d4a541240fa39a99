package org.selfstab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.selfstab.certify.CarriedSet;
import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.Certification;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.NearestPointProof;
import org.selfstab.certify.ProvedZero;
import org.selfstab.certify.Radii;
import org.selfstab.certify.StepCertificate;
import org.selfstab.claims.Bound;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CertificateKind;

/**
 * Writes a certificate while the run is certified, one line for each step; certificates.md describes the format. Numbers that
 * are not finite are null.
 */
public final class CertificateFile implements CertificateListener, Closeable {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "certificate.json";

    private final CertificateJson certificate;
    private final JsonGenerator json;
    private boolean inSteps;

    /**
     * Opens the file and writes the problem.
     *
     * @param folder the problem's folder
     * @param horizon the number of steps, where it is not left to the problem
     * @throws IOException if the file cannot be made
     */
    public CertificateFile(Path folder, Problem problem, Optional<Integer> horizon) throws IOException {
        this.certificate = new CertificateJson(
                folder.resolve(FILE_NAME), CertificateKind.RUN, StatedProblems.of(problem, horizon));
        this.json = certificate.json();
        json.writeArrayFieldStart("approach");
    }

    @Override
    public void approach(CarriedSet set, Optional<Double> reach) {
        try {
            certificate.line();
            json.writeStartObject();
            setFields(set);
            certificate.number("reach", reach.orElse(null));
            json.writeEndObject();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void step(StepCertificate step) {
        try {
            beginSteps();
            certificate.line();
            write(step);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void beginSteps() throws IOException {
        if (!inSteps) {
            json.writeEndArray();
            certificate.line();
            json.writeArrayFieldStart("steps");
            inSteps = true;
        }
    }

    private void write(StepCertificate step) throws IOException {
        json.writeStartObject();
        json.writeNumberField("t", step.t());
        json.writeFieldName("iterate");
        set(step.iterate());
        json.writeFieldName("iteratePair");
        zero(step.iteratePair());
        json.writeArrayFieldStart("nearest");
        for (NearestPointProof proof : step.nearest()) {
            json.writeStartObject();
            json.writeStringField("piece", proof.piece().name());
            json.writeFieldName("zero");
            zero(proof.zero());
            certificate.number("distance", proof.distance());
            certificate.number("uniqueness", proof.uniqueness());
            json.writeEndObject();
        }
        json.writeEndArray();
        certificate.number("daggerRadius", step.daggerRadius());
        certificate.number("secondAtLeast", step.secondAtLeast());
        certificate.number("secondAtMost", step.secondAtMost());
        certificate.numbers("quartic", step.quartic());
        json.writeFieldName("predicted");
        set(step.predicted());
        certificate.number("tubeRadius", step.tubeRadius());
        json.writeFieldName("tube");
        if (step.tube().isPresent()) {
            json.writeStartObject();
            json.writeFieldName("pair");
            zero(step.tube().get().pair());
            certificate.number("secondAtMost", step.tube().get().secondAtMost());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private void set(CarriedSet set) throws IOException {
        json.writeStartObject();
        setFields(set);
        json.writeEndObject();
    }

    private void setFields(CarriedSet set) throws IOException {
        certificate.numbers("centre", set.centre());
        json.writeArrayFieldStart("frame");
        for (List<Double> row : set.frame()) {
            certificate.numbers(row);
        }
        json.writeEndArray();
        certificate.numbers("radii", set.radii());
    }

    private void zero(ProvedZero zero) throws IOException {
        json.writeStartObject();
        certificate.numbers("centre", zero.centre());
        certificate.numbers("box", zero.box());
        certificate.numbers("radii", zero.radii());
        json.writeEndObject();
    }

    /**
     * Writes the claims and the digest, and puts the file in its place.
     *
     * @throws IOException if the file cannot be written
     */
    public void complete(Certification certification) throws IOException {
        beginSteps();
        certificate.line();
        json.writeEndArray();
        certificate.line();
        json.writeFieldName("end");
        end(certification);
        certificate.line();
        json.writeArrayFieldStart("claims");
        for (CertifiedClaim claim : certification.claims()) {
            certificate.line();
            claim(claim);
        }
        json.writeEndArray();
        certificate.seal();
    }

    private void end(Certification certification) throws IOException {
        json.writeStartObject();
        certificate.number("iterate", certification.radii().map(Radii::iterate).orElse(null));
        certificate.number(
                "constrained", certification.radii().map(Radii::constrained).orElse(null));
        certificate.number(
                "predicted", certification.radii().map(Radii::predicted).orElse(null));
        certificate.number(
                "uniqueness", certification.radii().map(Radii::uniqueness).orElse(null));
        json.writeEndObject();
    }

    private void claim(CertifiedClaim claim) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", claim.name());
        json.writeStringField("quantity", claim.quantity());
        certificate.number("lower", claim.value().lower());
        certificate.number("upper", claim.value().upper());
        certificate.number(
                "threshold", claim.verdict().bound().map(Bound::threshold).orElse(null));
        json.writeStringField("verdict", claim.verdict().status().word());
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        certificate.close();
    }
}
