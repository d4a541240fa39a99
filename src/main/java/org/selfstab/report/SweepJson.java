package org.selfstab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.selfstab.document.Json;
import org.selfstab.run.RunRecord;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.GridValue;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.PointValue;
import org.selfstab.sweep.SweepResult;
import org.selfstab.vocabulary.FreeText;

/** Writes a sweep as {@code sweep.json}, point by point; what is undefined is null. */
final class SweepJson {

    private final SweepResult result;
    private final JsonGenerator json;

    private SweepJson(SweepResult result, JsonGenerator json) {
        this.result = result;
        this.json = json;
    }

    static void write(RunRecord run, SweepResult result, Writer out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            new SweepJson(result, json).write(run);
        }
        out.write('\n');
        out.flush();
    }

    private void write(RunRecord run) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", Recorded.schema("sweep"));
        json.writePOJOField("run", RunSummary.of(run));
        json.writeStringField("summary", SweepDocument.verdictLine(result));
        json.writeStringField("problem", result.problem().name());
        json.writeStringField("title", result.problem().title().exact());
        json.writeStringField(
                "source", result.problem().source().map(FreeText::exact).orElse(null));
        json.writeStringField("evidence", "numeric runs");
        json.writeStringField("projection", result.job().projection().toString());
        json.writeStringField("frame", result.job().frame().toString());
        json.writeStringField("precision", result.job().numbers());
        json.writeObjectFieldStart("set");
        for (String name : result.job().fixed().keySet().stream().sorted().toList()) {
            json.writeStringField(name, result.job().fixed().get(name));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("grid");
        for (GridAxis axis : result.grid().axes()) {
            write(axis);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("points");
        for (PointResult point : result.points()) {
            write(point);
        }
        json.writeEndArray();
        json.writeStringField("verdict", result.status().word());
        json.writeEndObject();
    }

    private void write(GridAxis axis) throws IOException {
        json.writeStartObject();
        json.writeStringField("parameter", axis.parameter());
        json.writeStringField("spacing", axis.spacing().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("values");
        for (GridValue value : axis.values()) {
            json.writeString(value.text());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(PointResult point) throws IOException {
        json.writeStartObject();
        json.writeNumberField("point", point.index());
        json.writeObjectFieldStart("set");
        for (var entry : result.grid().point(point.index()).entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue().text());
        }
        json.writeEndObject();
        json.writeStringField("status", point.status().words());
        json.writeStringField("reason", point.reason());
        json.writeObjectFieldStart("quantities");
        writeValues(result.job().quantities(), point.values());
        json.writeEndObject();
        json.writeObjectFieldStart("claims");
        for (int i = 0; i < point.claims().size(); i++) {
            json.writeStringField(
                    result.job().claims().get(i),
                    SweepColumns.words(point.claims().get(i)));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeValues(List<String> names, List<PointValue> values) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            PointValue value = values.get(i);
            json.writeFieldName(names.get(i));
            if (value.number().isPresent()) {
                json.writeNumber(value.text());
            } else {
                json.writeString(value.isDefined() ? value.text() : null);
            }
        }
    }
}
