package org.selfstab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.LohnerSet;
import org.selfstab.certify.ProvedZero;
import org.selfstab.certify.Radii;
import org.selfstab.certify.StepCertificate;
import org.selfstab.certify.UnstableStepCertificate;

/** Writes one run into a certificate while it is certified, one line for each step: the fields from {@code approach} to {@code claims}. */
final class RunJson implements CertificateListener {

    private final CertificateJson certificate;
    private final JsonGenerator json;
    private boolean isOfSeveral;
    private boolean inApproach;
    private boolean inSteps;

    RunJson(CertificateJson certificate) {
        this.certificate = certificate;
        this.json = certificate.generator();
    }

    @Override
    public void several(int k) {
        try {
            isOfSeveral = true;
            json.writeNumberField("unstable", k);
            certificate.line();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void approach(LohnerSet set, Optional<Double> reach) {
        try {
            beginApproach();
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

    @Override
    public void step(UnstableStepCertificate step) {
        try {
            beginSteps();
            certificate.line();
            write(step);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void beginApproach() throws IOException {
        if (!inApproach) {
            json.writeArrayFieldStart("approach");
            inApproach = true;
        }
    }

    private void beginSteps() throws IOException {
        beginApproach();
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
        for (StepCertificate.NearestPointProof proof : step.nearest()) {
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
        memory(step.memory());
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

    private void write(UnstableStepCertificate step) throws IOException {
        json.writeStartObject();
        json.writeNumberField("t", step.t());
        json.writeFieldName("iterate");
        set(step.iterate());
        json.writeArrayFieldStart("nearest");
        for (UnstableStepCertificate.NearestPointProof proof : step.nearest()) {
            json.writeStartObject();
            json.writeStringField("piece", proof.piece().name());
            certificate.rows("reference", proof.reference());
            json.writeFieldName("zero");
            zero(proof.zero());
            certificate.number("distance", proof.distance());
            json.writeEndObject();
        }
        json.writeEndArray();
        certificate.number("daggerRadius", step.daggerRadius());
        memory(step.memory());
        certificate.number("nextAtMost", step.nextAtMost());
        json.writeObjectFieldStart("sigma");
        json.writeNumberField("rank", step.covariance().rank());
        json.writeFieldName("zero");
        zero(step.covariance().zero());
        json.writeEndObject();
        json.writeFieldName("predicted");
        set(step.predicted());
        json.writeEndObject();
    }

    /** Of optimizers of several copies alone. */
    private void memory(Optional<LohnerSet> memory) throws IOException {
        if (memory.isPresent()) {
            json.writeFieldName("memory");
            set(memory.get());
        }
    }

    private void set(LohnerSet set) throws IOException {
        json.writeStartObject();
        setFields(set);
        json.writeEndObject();
    }

    private void setFields(LohnerSet set) throws IOException {
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

    /** Writes what stands after the steps, up to the claims. */
    void complete(CertificationResult certification) throws IOException {
        beginSteps();
        certificate.line();
        json.writeEndArray();
        certificate.line();
        if (!isOfSeveral) {
            json.writeFieldName("end");
            end(certification);
            certificate.line();
        }
        certificate.claims(certification.claims());
    }

    private void end(CertificationResult certification) throws IOException {
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
}
