package org.selfstab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.StatedProblem;

/** What the certificates of all kinds share: format and problem in front, numbers that are null where not finite, and the digest at the end. */
final class CertificateJson implements Closeable {

    private final PendingFile file;
    private final DigestingWriter text;
    private final JsonGenerator json;

    /**
     * Opens the file and writes the problem.
     *
     * @throws IOException if the file cannot be made
     */
    CertificateJson(Path place, CertificateKind kind, StatedProblem problem) throws IOException {
        this.file = new PendingFile(place);
        this.text = new DigestingWriter(file.writer());
        this.json =
                Json.factory().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().createGenerator(text);
        json.writeStartObject();
        json.writeStringField("format", kind.format());
        line();
        json.writeObjectFieldStart("problem");
        problem(problem);
        json.writeEndObject();
        line();
    }

    JsonGenerator json() {
        return json;
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

    void numbers(String name, List<? extends Number> numbers) throws IOException {
        json.writeFieldName(name);
        numbers(numbers);
    }

    void numbers(List<? extends Number> numbers) throws IOException {
        json.writeStartArray();
        for (Number number : numbers) {
            json.writeNumber(number.toString());
        }
        json.writeEndArray();
    }

    /** The rows of a matrix. */
    void rows(String name, List<? extends List<? extends Number>> rows) throws IOException {
        json.writeArrayFieldStart(name);
        for (List<? extends Number> row : rows) {
            numbers(row);
        }
        json.writeEndArray();
    }

    void number(String name, Double number) throws IOException {
        if (number == null || !Double.isFinite(number)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, number);
        }
    }

    void line() throws IOException {
        json.writeRaw('\n');
    }

    /**
     * Writes the digest, and puts the file in its place.
     *
     * @throws IOException if the file cannot be written
     */
    void seal() throws IOException {
        json.flush();
        text.write(",\n");
        json.writeRaw("\"sha256\":\"" + text.digest() + "\"}\n");
        json.flush();
        file.complete();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
