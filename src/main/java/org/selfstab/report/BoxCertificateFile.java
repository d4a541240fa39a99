package org.selfstab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.selfstab.certify.BoxDecision;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.Rechecker;
import org.selfstab.run.RunRecord;

/** The certificate of claims about all points of a box; certificates.md describes the format. */
public final class BoxCertificateFile {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "box-certificate.json";

    private BoxCertificateFile() {}

    /**
     * Writes the certificate.
     *
     * @param folder the problem's folder
     * @param names the names of the box's sides
     * @param box the box
     * @param domain the parts on each of which the loss is defined; empty if it was not shown to be on all of the box
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(
            Path folder,
            RunRecord run,
            Problem problem,
            List<String> names,
            List<Interval> box,
            Optional<String> domain,
            List<BoxDecision> decisions)
            throws IOException {
        Path place = folder.resolve(FILE_NAME);
        try (CertificateJson certificate = new CertificateJson(
                place, CertificateKind.BOX.format(), run, StatedProblems.of(problem, Optional.empty()))) {
            JsonGenerator json = certificate.generator();
            json.writeArrayFieldStart("box");
            for (int i = 0; i < names.size(); i++) {
                json.writeStartObject();
                json.writeStringField("name", names.get(i));
                certificate.number("from", box.get(i).lower());
                certificate.number("to", box.get(i).upper());
                json.writeEndObject();
            }
            json.writeEndArray();
            certificate.line();
            json.writeNumberField(
                    "digits",
                    Math.max(
                            Rechecker.DIGITS,
                            decisions.stream()
                                    .mapToInt(BoxDecision::digits)
                                    .max()
                                    .orElse(0)));
            certificate.line();
            json.writeStringField("defined", ifReadable(domain));
            certificate.line();
            json.writeArrayFieldStart("claims");
            for (BoxDecision decision : decisions) {
                certificate.line();
                claim(certificate, decision);
            }
            json.writeEndArray();
            certificate.complete();
        }
        return place;
    }

    /** A proof of more parts than the checker reads is not stated. */
    private static String ifReadable(Optional<String> parts) {
        return parts.filter(text -> text.length() <= Rechecker.LONGEST_TEXT).orElse(null);
    }

    private static void claim(CertificateJson certificate, BoxDecision decision) throws IOException {
        JsonGenerator json = certificate.generator();
        json.writeStartObject();
        json.writeStringField("quantity", decision.claim().quantity().symbol());
        json.writeStringField("sense", decision.claim().sense().symbol());
        json.writeNumberField("bound", decision.claim().bound());
        json.writeStringField("verdict", decision.status().word());
        json.writeStringField("parts", ifReadable(decision.partition()));
        certificate.numbers("witness", decision.witness());
        json.writeEndObject();
    }
}
