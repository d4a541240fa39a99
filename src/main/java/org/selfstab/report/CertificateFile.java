package org.selfstab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.selfstab.recheck.StatedProblem;

/**
 * Writes a certificate while the run is certified, one line for each step; certificates.md describes the format. Numbers that
 * are not finite are null.
 */
public final class CertificateFile implements CertificateListener, Closeable {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "certificate.json";

    /** The format's name and version. */
    private static final String FORMAT = "selfstab certificate 1";

    private final PendingFile file;
    private final DigestingWriter text;
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
        this.file = new PendingFile(folder.resolve(FILE_NAME));
        this.text = new DigestingWriter(file.writer());
        this.json =
                Json.factory().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().createGenerator(text);
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        line();
        json.writeObjectFieldStart("problem");
        problem(StatedProblems.of(problem, horizon));
        json.writeEndObject();
        line();
        json.writeArrayFieldStart("approach");
    }

    private void problem(StatedProblem problem) throws IOException {
        json.writeStringField("name", problem.name());
        json.writeStringField("title", problem.title());
        json.writeArrayFieldStart("variables");
        for (String variable : problem.variables()) {
            json.writeString(variable);
        }
        json.writeEndArray();
        json.writeStringField("loss", problem.loss());
        texts("parameters", problem.parameters());
        texts("start", problem.start());
        json.writeBooleanField("atEdge", problem.atEdge());
        json.writeStringField("horizon", problem.horizon().orElse(null));
        json.writeNumberField("maxSteps", problem.maxSteps());
        json.writeFieldName("steps");
        if (problem.steps().isPresent()) {
            json.writeNumber(problem.steps().get());
        } else {
            json.writeNull();
        }
        json.writeObjectFieldStart("thresholds");
        for (Map.Entry<String, Double> threshold : problem.thresholds().entrySet()) {
            number(threshold.getKey(), threshold.getValue());
        }
        json.writeEndObject();
    }

    private void texts(String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    @Override
    public void approach(CarriedSet set, Optional<Double> reach) {
        try {
            line();
            json.writeStartObject();
            setFields(set);
            number("reach", reach.orElse(null));
            json.writeEndObject();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void step(StepCertificate step) {
        try {
            beginSteps();
            line();
            write(step);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void beginSteps() throws IOException {
        if (!inSteps) {
            json.writeEndArray();
            line();
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
            number("distance", proof.distance());
            number("uniqueness", proof.uniqueness());
            json.writeEndObject();
        }
        json.writeEndArray();
        number("daggerRadius", step.daggerRadius());
        number("secondAtLeast", step.secondAtLeast());
        number("secondAtMost", step.secondAtMost());
        numbers("quartic", step.quartic());
        json.writeFieldName("predicted");
        set(step.predicted());
        number("tubeRadius", step.tubeRadius());
        json.writeFieldName("tube");
        if (step.tube().isPresent()) {
            json.writeStartObject();
            json.writeFieldName("pair");
            zero(step.tube().get().pair());
            number("secondAtMost", step.tube().get().secondAtMost());
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
        numbers("centre", set.centre());
        json.writeArrayFieldStart("frame");
        for (List<Double> row : set.frame()) {
            numbers(row);
        }
        json.writeEndArray();
        numbers("radii", set.radii());
    }

    private void zero(ProvedZero zero) throws IOException {
        json.writeStartObject();
        numbers("centre", zero.centre());
        numbers("box", zero.box());
        numbers("radii", zero.radii());
        json.writeEndObject();
    }

    /**
     * Writes the claims and the digest, and puts the file in its place.
     *
     * @throws IOException if the file cannot be written
     */
    public void complete(Certification certification) throws IOException {
        beginSteps();
        line();
        json.writeEndArray();
        line();
        json.writeFieldName("end");
        end(certification);
        line();
        json.writeArrayFieldStart("claims");
        for (CertifiedClaim claim : certification.claims()) {
            line();
            claim(claim);
        }
        json.writeEndArray();
        json.flush();
        text.write(",\n");
        json.writeRaw("\"sha256\":\"" + text.digest() + "\"}\n");
        json.flush();
        file.complete();
    }

    private void end(Certification certification) throws IOException {
        json.writeStartObject();
        number("iterate", certification.radii().map(Radii::iterate).orElse(null));
        number("constrained", certification.radii().map(Radii::constrained).orElse(null));
        number("predicted", certification.radii().map(Radii::predicted).orElse(null));
        number("uniqueness", certification.radii().map(Radii::uniqueness).orElse(null));
        json.writeEndObject();
    }

    private void claim(CertifiedClaim claim) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", claim.name());
        json.writeStringField("quantity", claim.quantity());
        number("lower", claim.value().lower());
        number("upper", claim.value().upper());
        number("threshold", claim.verdict().bound().map(Bound::threshold).orElse(null));
        json.writeStringField("verdict", claim.verdict().status().word());
        json.writeEndObject();
    }

    private void numbers(String name, List<Double> numbers) throws IOException {
        json.writeFieldName(name);
        numbers(numbers);
    }

    private void numbers(List<Double> numbers) throws IOException {
        json.writeStartArray();
        for (double number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private void number(String name, Double number) throws IOException {
        if (number == null || !Double.isFinite(number)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, number);
        }
    }

    private void line() throws IOException {
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
