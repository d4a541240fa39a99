package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * JSON Schemas of the files that people write, which editors complete and check by: made from the lists of keys that the readers of these files
 * use, so that neither drifts from the other. Draft 7, the latest that taplo and Even Better TOML know.
 */
public final class FileSchema {

    /** Where editors find them on the net; the distribution has them in docs/schemas. */
    private static final String PLACE = "https://selfstab.org/schemas/";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    private FileSchema() {}

    /** An object that describes something. */
    public static ObjectNode described(String description) {
        return NODES.objectNode().put("description", description);
    }

    public static ObjectNode string(String description) {
        return described(description).put("type", "string");
    }

    /** A string of one line that is not blank. */
    public static ObjectNode line(String description) {
        return string(description).put("pattern", "^[^\\r\\n]*\\S[^\\r\\n]*$");
    }

    /** A quoted expression or a bare number. */
    public static ObjectNode expression(String description) {
        ObjectNode schema = described(description);
        schema.putArray("type").add("string").add("number");
        return schema;
    }

    public static ObjectNode oneOf(String description, Collection<String> words) {
        ObjectNode schema = described(description);
        ArrayNode all = schema.putArray("enum");
        words.forEach(all::add);
        return schema;
    }

    public static ObjectNode array(String description, ObjectNode items, int least, int most) {
        ObjectNode schema = described(description).put("type", "array").put("minItems", least);
        if (most < Integer.MAX_VALUE) {
            schema.put("maxItems", most);
        }
        schema.set("items", items);
        return schema;
    }

    /**
     * A table with the keys that a reader knows.
     *
     * @param keys the reader's list
     * @param properties a schema for each of them
     * @param required those that it must have
     */
    public static ObjectNode table(
            String description, Collection<String> keys, Map<String, ObjectNode> properties, List<String> required) {
        assertThat(properties.keySet())
                .as("schemas of the keys of: " + description)
                .containsExactlyInAnyOrderElementsOf(keys);
        ObjectNode schema = described(description).put("type", "object").put("additionalProperties", false);
        ArrayNode needed = schema.putArray("required");
        required.forEach(needed::add);
        ObjectNode all = schema.putObject("properties");
        keys.forEach(key -> all.set(key, properties.get(key)));
        return schema;
    }

    /** The whole schema of a kind of file. */
    public static ObjectNode whole(String name, String title, ObjectNode table) {
        ObjectNode schema = NODES.objectNode()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("$id", PLACE + name + ".schema.json")
                .put("title", title);
        schema.setAll(table);
        return schema;
    }

    /**
     * Requires that a schema among the resources is one that was made; writes it with {@code -Dselfstab.schemas=write}.
     *
     * @return the schema, which validates
     */
    public static JsonSchema requireCurrent(String name, ObjectNode made) throws IOException {
        Path file = Path.of("src/main/resources/org/selfstab/report", name + ".schema.json");
        if ("write".equals(System.getProperty("selfstab.schemas"))) {
            Files.writeString(file, made.toPrettyString() + "\n");
        }
        JsonNode written = JSON.readTree(Files.readString(file));
        assertThat(written).isEqualTo(JSON.readTree(made.toString()));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(written);
    }

    /** Why a file is refused by a schema, or is not TOML at all; empty if it is accepted. */
    public static List<String> faults(Path file, JsonSchema schema) throws IOException {
        TomlParseResult toml = Toml.parse(file);
        if (toml.hasErrors()) {
            return List.of("not TOML");
        }
        return schema.validate(json(toml)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** A table as editors hand it to validation: dates are strings, and what is not finite is null. */
    private static JsonNode json(Object value) {
        if (value instanceof TomlTable table) {
            ObjectNode object = NODES.objectNode();
            table.keySet().forEach(key -> object.set(key, json(table.get(List.of(key)))));
            return object;
        }
        if (value instanceof TomlArray array) {
            ArrayNode elements = NODES.arrayNode();
            array.toList().forEach(element -> elements.add(json(element)));
            return elements;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
        }
        return value instanceof Long || value instanceof Boolean || value instanceof String
                ? JSON.valueToTree(value)
                : NODES.textNode(String.valueOf(value));
    }

    /**
     * Requires that a schema refuses the files of a folder that the reader refuses, but for those that only the reader can: what an expression says, and
     * what agrees with something else in the file.
     *
     * @param onlyByReader the names of these files without ending, with the reason
     */
    public static void requireRefused(String folder, JsonSchema schema, Map<String, String> onlyByReader)
            throws IOException {
        TreeSet<String> accepted = new TreeSet<>();
        for (Path file : BadFiles.in(folder)) {
            if (faults(file, schema).isEmpty()) {
                accepted.add(String.valueOf(file.getFileName()).replace(".toml", ""));
            }
        }
        assertThat(accepted.stream().collect(Collectors.joining("\n")))
                .isEqualTo(new TreeSet<>(onlyByReader.keySet()).stream().collect(Collectors.joining("\n")));
    }
}
