package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.cli.Main;

/** The files are as the JSON Schemas say, in the part of that language that these use; and a file that is not is told apart. */
class CertificateSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void cyclesAreAsTheirSchemaSays() throws IOException {
        run("certify-cycle", "examples/sharp-valley.toml", "--set", "zeta=0", "--out", folder.toString());
        JsonNode file = file("sharp-valley/cycle-certificate.json");
        assertThat(faults(file, schema("cycle-certificate"), "")).isEmpty();
        run("certify-cycle", "examples/log-cosh.toml", "--out", folder.toString());
        assertThat(faults(file("log-cosh/cycle-certificate.json"), schema("cycle-certificate"), ""))
                .isEmpty();
        assertThat(faults(file, schema("box-certificate"), "")).isNotEmpty();
    }

    @Test
    void boxesAreAsTheirSchemaSays() throws IOException {
        run(
                "certify-box",
                "examples/sharp-valley.toml",
                "--box",
                "x=0:0.001",
                "--box",
                "y=6:7",
                "--claim",
                "alpha > 0",
                "--claim",
                "eta_sharpness < 2",
                "--out",
                folder.toString());
        JsonNode file = file("sharp-valley/box-certificate.json");
        assertThat(faults(file, schema("box-certificate"), "")).isEmpty();
        assertThat(faults(file, schema("cycle-certificate"), "")).isNotEmpty();
    }

    /** One member in full, one that ends early, and a bound. */
    @Test
    void familiesAreAsTheirSchemaSays() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/cases/family-claim.toml"))
                .replaceFirst("(?m)^horizon .*$", "")
                .replaceFirst("(?m)^values .*$", "values = [\"1/100\", \"0\"]");
        Path problem = Files.writeString(
                folder.resolve("family-claim.toml"), text + "\"family.coupling.constant\" = { at_most = 20 }\n");
        run("certify", "--family", problem.toString(), "--horizon", "2", "--out", folder.toString());
        JsonNode file = file("family-claim/family-certificate.json");
        assertThat(file.at("/members/0/steps")).hasSize(3);
        assertThat(faults(file, schema("family-certificate"), "")).isEmpty();
        ((ObjectNode) file.at("/members/1")).remove("value");
        assertThat(faults(file, schema("family-certificate"), "")).containsExactly("/members/1 lacks \"value\"");
    }

    private static void run(String... arguments) {
        Main.run(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), arguments);
    }

    private JsonNode file(String name) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(name)));
    }

    private static JsonNode schema(String name) throws IOException {
        try (InputStream schema = CertificateFile.class.getResourceAsStream(name + ".schema.json")) {
            return JSON.readTree(schema);
        }
    }

    /** Where a value is not as a schema says. */
    private static List<String> faults(JsonNode value, JsonNode schema, String place) {
        List<String> faults = new ArrayList<>();
        if (schema.has("const") && !schema.get("const").equals(value)) {
            faults.add(place + " is not " + schema.get("const"));
        }
        if (schema.has("enum")) {
            boolean known = false;
            for (JsonNode one : schema.get("enum")) {
                known |= one.equals(value);
            }
            if (!known) {
                faults.add(place + " is none of " + schema.get("enum"));
            }
        }
        if (schema.has("type") && !types(schema.get("type")).contains(type(value))) {
            faults.add(place + " is no " + schema.get("type"));
        }
        if (value.isTextual()
                && schema.has("pattern")
                && !Pattern.matches(schema.get("pattern").textValue(), value.textValue())) {
            faults.add(place + " does not match");
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            faults.addAll(faults(value.get(i), schema.path("items"), place + "/" + i));
        }
        if (value.isObject()) {
            faults.addAll(faultsOfFields(value, schema, place));
        }
        return faults;
    }

    private static List<String> faultsOfFields(JsonNode value, JsonNode schema, String place) {
        List<String> faults = new ArrayList<>();
        schema.path("required").forEach(name -> {
            if (!value.has(name.textValue())) {
                faults.add(place + " lacks " + name);
            }
        });
        value.properties().forEach(field -> {
            JsonNode more = schema.path("additionalProperties");
            JsonNode known = schema.path("properties").path(field.getKey());
            if (known.isMissingNode() && more.isBoolean()) {
                faults.add(place + " must not have " + field.getKey());
            }
            faults.addAll(faults(field.getValue(), known.isMissingNode() ? more : known, place + "/" + field.getKey()));
        });
        return faults;
    }

    private static Set<String> types(JsonNode type) {
        Set<String> types = new TreeSet<>();
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(one -> types.add(one.textValue()));
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
