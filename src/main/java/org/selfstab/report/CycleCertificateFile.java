package org.selfstab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.selfstab.certify.SteinWitness;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.Rechecker;
import org.selfstab.run.RunRecord;

/** The certificate of an orbit of period two; certificates.md describes the format. */
public final class CycleCertificateFile {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "cycle-certificate.json";

    private CycleCertificateFile() {}

    /**
     * Writes the certificate, also where no orbit was proved.
     *
     * @param folder the problem's folder
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(Path folder, RunRecord run, TwoCycleResult certification) throws IOException {
        Path place = folder.resolve(FILE_NAME);
        try (CertificateJson certificate = new CertificateJson(
                place,
                CertificateKind.CYCLE.format(),
                run,
                StatedProblems.of(certification.problem(), Optional.empty()))) {
            certificate.generator().writeFieldName("orbit");
            if (certification.orbit().isPresent()) {
                orbit(certificate, certification.period(), certification.orbit().get());
            } else {
                certificate.generator().writeNull();
            }
            certificate.complete();
        }
        return place;
    }

    private static void orbit(CertificateJson certificate, int period, TwoCycleResult.Orbit orbit) throws IOException {
        JsonGenerator json = certificate.generator();
        TwoCycleResult.OrbitProof proof = orbit.proof();
        json.writeStartObject();
        json.writeNumberField("digits", Rechecker.DIGITS);
        if (period != 2) {
            json.writeNumberField("period", period);
        }
        certificate.line();
        certificate.numbers("first", proof.zero().centre());
        certificate.numbers("box", proof.zero().box());
        certificate.numbers("radii", proof.zero().radii());
        certificate.line();
        certificate.numbers("second", proof.second());
        certificate.numbers("secondRadii", proof.secondRadii());
        certificate.line();
        certificate.number("uniqueness", orbit.uniquenessRadius());
        certificate.line();
        certificate.rows("inverse", proof.inverse());
        certificate.line();
        json.writeStringField("stable", orbit.stable().word());
        json.writeFieldName("witness");
        if (proof.witness().isPresent()) {
            witness(certificate, proof.witness().get());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private static void witness(CertificateJson certificate, SteinWitness witness) throws IOException {
        JsonGenerator json = certificate.generator();
        json.writeStartObject();
        certificate.number("scale", witness.scale());
        certificate.rows("form", witness.form());
        certificate.numbers("direction", witness.direction());
        json.writeEndObject();
    }
}
