package org.selfstab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.FamilyCertificateListener;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.certify.FamilyClaim;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.StatedFamily;
import org.selfstab.run.RunRecord;

/** Writes the one certificate of a family while its members are certified; certificates.md describes the format. */
public final class FamilyCertificateFile implements FamilyCertificateListener, Closeable {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "family-certificate.json";

    private final CertificateJson certificate;
    private final JsonGenerator json;
    private RunJson member;

    /**
     * Opens the file and writes problem and family.
     *
     * @param folder the problem's folder
     * @param horizon the number of steps of every member, where it is not left to the problem
     * @throws IOException if the file cannot be made
     */
    public FamilyCertificateFile(Path folder, RunRecord run, Problem problem, Family family, Optional<Integer> horizon)
            throws IOException {
        StatedFamily stated = StatedProblems.of(problem, family, horizon);
        this.certificate =
                new CertificateJson(folder.resolve(FILE_NAME), CertificateKind.FAMILY.format(), run, stated.problem());
        this.json = certificate.generator();
        family(stated);
        certificate.line();
        json.writeArrayFieldStart("members");
    }

    private void family(StatedFamily family) throws IOException {
        json.writeObjectFieldStart("family");
        json.writeStringField("parameter", family.parameter());
        json.writeArrayFieldStart("values");
        for (String value : family.values()) {
            json.writeString(value);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("bounds");
        for (StatedFamily.Bound bound : family.bounds()) {
            json.writeStartObject();
            json.writeStringField("name", bound.name());
            json.writeBooleanField("atMost", bound.atMost());
            json.writeStringField("value", bound.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public CertificateListener begin(Expression value) {
        try {
            certificate.line();
            json.writeStartObject();
            json.writeStringField("value", value.toString());
            certificate.line();
            member = new RunJson(certificate);
            return member;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void end(CertificationResult certification) {
        try {
            member.complete(certification);
            json.writeEndObject();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * Writes the claims on all members and the digest, and puts the file in its place.
     *
     * @throws IOException if the file cannot be written
     */
    public void complete(FamilyCertification certification) throws IOException {
        json.writeEndArray();
        certificate.line();
        certificate.claims(
                certification.claims().stream().map(FamilyClaim::claim).toList());
        certificate.complete();
    }

    @Override
    public void close() throws IOException {
        certificate.close();
    }
}
