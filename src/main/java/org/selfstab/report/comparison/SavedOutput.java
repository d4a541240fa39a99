package org.selfstab.report.comparison;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.GivenFile;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;

/**
 * An output of the program in JSON, as it lies in a file; untrusted.
 *
 * @param file where it lies
 * @param schema the name and version of its schema
 * @param values its numbers, words and truth values by their path, in the file's order; an element of an array goes by its name if it has one
 */
public record SavedOutput(Path file, String schema, Map<String, JsonNode> values) {

    private static final long LARGEST = 64L << 20;

    /** What {@code --out} writes for each problem, the most telling first. */
    private static final List<String> IN_FOLDERS = List.of(
            "summary.json",
            "family.json",
            "ode.json",
            "ode-family.json",
            "second-order.json",
            "drift.json",
            "drift-family.json",
            "certification.json",
            "family-certification.json",
            "noise.json",
            "sweep.json",
            "minimum.json",
            "bifurcation.json",
            "explore.json",
            "descent.json",
            "derivation.json");

    /** The members by which elements of an array are told apart. */
    private static final List<String> NAMES =
            List.of("name", "quantity", "claim", "key", "id", "file", "member", "index", "t");

    /** Numbers stay as they are written; a member that is there twice would hide another. */
    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);

    public SavedOutput {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads an output.
     *
     * @param place a file, or the folder that {@code --out} wrote for a problem
     * @throws SelfstabException if it cannot be read, or is not an output of this program
     */
    public static SavedOutput read(Path place) {
        Path file = Files.isDirectory(place) ? inFolder(place) : place;
        JsonNode content = content(file);
        String schema = content.path("schema").asText();
        if (!schema.startsWith("selfstab/")) {
            throw refused(file, "not an output of selfstab: it has no schema", remedy());
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        content.properties().forEach(member -> {
            if (!member.getKey().equals("schema")) {
                collect(member.getKey(), member.getValue(), values);
            }
        });
        return new SavedOutput(file, schema, values);
    }

    private static JsonNode content(Path file) {
        GivenFile.require(file, Location.startOf(file), "file");
        try {
            if (Files.size(file) > LARGEST) {
                throw refused(file, "larger than " + (LARGEST >> 20) + " MiB", "compare parts of it");
            }
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException broken) {
            throw refused(file, "not JSON: " + FreeText.visible(broken.getOriginalMessage()), remedy());
        } catch (IOException failure) {
            throw GivenFile.unreadable(
                    failure, Location.startOf(file), "file that --format json printed or --out wrote");
        }
    }

    private static SelfstabException refused(Path file, String problem, String remedy) {
        return new SelfstabException(FreeText.visible(file.toString()) + " is " + problem, remedy);
    }

    private static String remedy() {
        return "give what --format json printed, or a folder that --out wrote";
    }

    private static Path inFolder(Path folder) {
        return IN_FOLDERS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() ->
                        refused(folder, "a folder in which no output in JSON lies", "give the folder of one problem"));
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> values) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(path + "." + member.getKey(), member.getValue(), values));
        } else if (node instanceof ArrayNode array) {
            Optional<String> naming = naming(array);
            for (int i = 0; i < array.size(); i++) {
                JsonNode element = array.get(i);
                String label =
                        naming.map(member -> element.get(member).asText()).orElse(Integer.toString(i));
                collect(path + "[" + label + "]", element, values);
            }
        } else {
            values.put(path, node);
        }
    }

    /** The member by which all elements are told apart. */
    private static Optional<String> naming(ArrayNode array) {
        return NAMES.stream()
                .filter(member -> {
                    Set<String> seen = new HashSet<>();
                    for (JsonNode element : array) {
                        if (!element.path(member).isValueNode()
                                || !seen.add(element.get(member).asText())) {
                            return false;
                        }
                    }
                    return true;
                })
                .findFirst();
    }

    /** A number of the output; not a number where there is none. */
    double number(String path) {
        JsonNode value = values.get(path);
        return value == null ? Double.NaN : value.asDouble(Double.NaN);
    }

    /** Words of the output; empty where there are none. */
    String words(String path) {
        JsonNode value = values.get(path);
        return value == null ? "" : value.asText();
    }

    /** The trajectory that lies beside it. */
    Path trajectory() {
        return file.resolveSibling("trajectory.csv");
    }
}
