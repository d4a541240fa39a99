package org.selfstab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.Closeable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.document.Json;
import org.selfstab.recheck.StatedAdaptive;
import org.selfstab.recheck.StatedBatches;
import org.selfstab.recheck.StatedOptimizer;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Bound;

/** The JSON of a certificate that is being written, with the digest of its content at the end. Numbers that are not finite are null. */
final class CertificateJson implements Closeable {

    private final PendingFile file;
    private final DigestingWriter text;
    private final JsonGenerator json;

    /**
     * Opens the file and writes its format, what wrote it, and its problem.
     *
     * @param format the format's name and version
     * @throws IOException if the file cannot be made
     */
    CertificateJson(Path target, String format, RunRecord run, StatedProblem problem) throws IOException {
        this(target);
        begin(format, run, problem);
    }

    /**
     * Opens the file, to be begun.
     *
     * @throws IOException if the file cannot be made
     */
    CertificateJson(Path target) throws IOException {
        this.file = new PendingFile(target);
        this.text = new DigestingWriter(file.writer());
        this.json =
                Json.factory().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().createGenerator(text);
    }

    /** Writes the format's name and version, what writes the file, and its problem. */
    void begin(String format, RunRecord run, StatedProblem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", format);
        line();
        run(run);
        line();
        json.writeObjectFieldStart("problem");
        problem(problem);
        json.writeEndObject();
        line();
    }

    JsonGenerator generator() {
        return json;
    }

    /** By what it was written: nothing is proved of that, and the checker does not use it. */
    private void run(RunRecord run) throws IOException {
        json.writeObjectFieldStart("run");
        json.writeStringField("command", run.command());
        json.writeStringField("program", run.program());
        json.writeStringField("date", run.date().toString());
        json.writeStringField("file", run.file());
        json.writeStringField("sha256", run.sha256().orElse(""));
        texts("options", run.optionTexts());
        json.writeEndObject();
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
        if (problem.optimizer().isPresent()) {
            optimizer(problem.optimizer().get());
        }
        if (problem.adaptive().isPresent()) {
            adaptive(problem.adaptive().get());
        }
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
        if (problem.unstable().isPresent()) {
            json.writeNumberField("unstable", problem.unstable().get());
        }
        json.writeObjectFieldStart("thresholds");
        for (Map.Entry<String, Double> threshold : problem.thresholds().entrySet()) {
            number(threshold.getKey(), threshold.getValue());
        }
        json.writeEndObject();
        if (problem.batches().isPresent()) {
            batches(problem.batches().get());
        }
    }

    private void batches(StatedBatches batches) throws IOException {
        json.writeObjectFieldStart("batches");
        json.writeFieldName("items");
        texts(batches.items());
        json.writeNumberField("size", batches.size());
        json.writeBooleanField("replacement", batches.isWithReplacement());
        json.writeEndObject();
    }

    private void optimizer(StatedOptimizer optimizer) throws IOException {
        json.writeObjectFieldStart("optimizer");
        json.writeStringField("name", optimizer.name());
        json.writeArrayFieldStart("A");
        for (List<String> row : optimizer.a()) {
            texts(row);
        }
        json.writeEndArray();
        json.writeFieldName("B");
        texts(optimizer.b());
        json.writeFieldName("C");
        texts(optimizer.c());
        json.writeEndObject();
    }

    private void adaptive(StatedAdaptive optimizer) throws IOException {
        json.writeObjectFieldStart("adaptive");
        json.writeStringField("name", optimizer.name());
        json.writeStringField("beta1", optimizer.momentum());
        json.writeStringField("beta2", optimizer.decay());
        json.writeArrayFieldStart("groups");
        for (int group : optimizer.groups()) {
            json.writeNumber(group);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void texts(List<String> texts) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void texts(String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    /** Writes the field of all claims. */
    void claims(List<CertifiedClaim> claims) throws IOException {
        json.writeArrayFieldStart("claims");
        for (CertifiedClaim claim : claims) {
            line();
            claim(claim);
        }
        json.writeEndArray();
    }

    private void claim(CertifiedClaim claim) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", claim.name());
        json.writeStringField("quantity", claim.quantity().ascii());
        number("lower", claim.value().lower());
        number("upper", claim.value().upper());
        number("threshold", claim.verdict().bound().map(Bound::threshold).orElse(null));
        json.writeStringField("verdict", claim.verdict().status().word());
        json.writeEndObject();
    }

    /** The rows of a matrix. */
    void rows(String name, List<? extends List<? extends Number>> rows) throws IOException {
        json.writeArrayFieldStart(name);
        for (List<? extends Number> row : rows) {
            numbers(row);
        }
        json.writeEndArray();
    }

    void numbers(String name, List<? extends Number> numbers) throws IOException {
        json.writeFieldName(name);
        numbers(numbers);
    }

    /** Null where there are none. */
    void numbers(String name, Optional<? extends List<? extends Number>> numbers) throws IOException {
        if (numbers.isPresent()) {
            numbers(name, numbers.get());
        } else {
            json.writeNullField(name);
        }
    }

    void numbers(List<? extends Number> numbers) throws IOException {
        json.writeStartArray();
        for (Number number : numbers) {
            json.writeNumber(number.toString());
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

    /** Writes the digest, and puts the file in its place. */
    void complete() throws IOException {
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

    /** A writer of ASCII that keeps the SHA-256 digest of what was written. */
    private static final class DigestingWriter extends FilterWriter {

        private final MessageDigest digest;

        DigestingWriter(Writer writer) {
            super(writer);
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }

        @Override
        public void write(int character) throws IOException {
            write(new char[] {(char) character}, 0, 1);
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            write(new String(characters, offset, length), 0, length);
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            digest.update(text.substring(offset, offset + length).getBytes(StandardCharsets.UTF_8));
            out.write(text, offset, length);
        }

        /** The digest so far, in hexadecimal digits; further text counts from here. */
        String digest() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
