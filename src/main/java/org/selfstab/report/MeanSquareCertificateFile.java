package org.selfstab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import org.selfstab.certify.MeanSquareCertification;
import org.selfstab.certify.MeanSquareWitness;
import org.selfstab.certify.ProvedZero;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.Rechecker;
import org.selfstab.run.RunRecord;

/** The certificate of a mean-square edge; certificates.md describes the format. */
public final class MeanSquareCertificateFile {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "edge-certificate.json";

    private MeanSquareCertificateFile() {}

    /**
     * Writes the certificate, also where no edge was proved.
     *
     * @param folder the problem's folder
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(Path folder, RunRecord run, MeanSquareCertification certification) throws IOException {
        Path place = folder.resolve(FILE_NAME);
        try (CertificateJson certificate = new CertificateJson(
                place,
                CertificateKind.MEAN_SQUARE_EDGE.format(),
                run,
                StatedProblems.withBatches(certification.problem()))) {
            certificate.generator().writeFieldName("edge");
            if (certification.edge().isPresent()) {
                edge(certificate, certification.edge().get());
            } else {
                certificate.generator().writeNull();
            }
            certificate.complete();
        }
        return place;
    }

    private static void edge(CertificateJson certificate, MeanSquareCertification.Enclosure edge) throws IOException {
        JsonGenerator json = certificate.generator();
        json.writeStartObject();
        json.writeNumberField("digits", Rechecker.DIGITS);
        certificate.line();
        json.writeObjectFieldStart("minimum");
        ProvedZero zero = edge.zero();
        certificate.numbers("centre", zero.centre());
        certificate.numbers("box", zero.box());
        certificate.numbers("radii", zero.radii());
        json.writeEndObject();
        certificate.line();
        json.writeFieldName("below");
        witness(certificate, edge.below());
        certificate.line();
        json.writeFieldName("above");
        witness(certificate, edge.above());
        json.writeEndObject();
    }

    private static void witness(CertificateJson certificate, MeanSquareWitness witness) throws IOException {
        JsonGenerator json = certificate.generator();
        json.writeStartObject();
        certificate.number("eta", witness.stepSize());
        certificate.rows("form", witness.form());
        certificate.numbers("direction", witness.direction());
        json.writeEndObject();
    }
}
