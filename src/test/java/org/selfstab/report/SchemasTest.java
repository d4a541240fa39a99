package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.cli.Main;
import org.selfstab.report.comparison.ComparisonSummary;

/** Outputs for programs are as their JSON Schemas say, and one that is not is told apart; the schemas are those of the records that are written. */
class SchemasTest {

    private static final JsonSchemaFactory VALIDATORS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    /** The records whose JSON members stand after schema and run; a sweep is written without one. */
    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("verification", VerificationSummary.class),
            Map.entry("check", CheckSummary.class),
            Map.entry("family", FamilySummary.class),
            Map.entry("ode", OdeSummary.class),
            Map.entry("ode-family", OdeFamilySummary.class),
            Map.entry("drift", DriftSummary.class),
            Map.entry("drift-family", DriftFamilySummary.class),
            Map.entry("second-order", SlowSummary.class),
            Map.entry("exploration", ExplorationSummary.class),
            Map.entry("descent", DescentSummary.class),
            Map.entry("noise", NoiseSummary.class),
            Map.entry("bifurcation", BifurcationSummary.class),
            Map.entry("minimum", MinimumSummary.class),
            Map.entry("derivation", DerivationSummary.class),
            Map.entry("certification", CertificationSummary.class),
            Map.entry("family-certification", FamilyCertificationSummary.class),
            Map.entry("suite", SuiteSummary.class),
            Map.entry("theory", TheorySummary.class),
            Map.entry("generated", GeneratedSummary.class),
            Map.entry("box-certification", BoxSummary.class),
            Map.entry("cycle-certification", CycleSummary.class),
            Map.entry("edge-certification", MeanSquareSummary.class),
            Map.entry("recheck", RecheckSummary.class),
            Map.entry("family-recheck", FamilyRecheckSummary.class),
            Map.entry("formal", FormalSummary.class),
            Map.entry("comparison", ComparisonSummary.class));

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void cyclesAreAsTheirSchemaSays() throws IOException {
        run("certify-cycle", "examples/sharp-valley.toml", "--set", "zeta=0", "--out", folder.toString());
        JsonNode file = file("sharp-valley/cycle-certificate.json");
        assertThat(faults(file, "cycle-certificate")).isEmpty();
        run("certify-cycle", "examples/log-cosh.toml", "--out", folder.toString());
        assertThat(faults(file("log-cosh/cycle-certificate.json"), "cycle-certificate"))
                .isEmpty();
        assertThat(faults(file, "box-certificate")).isNotEmpty();
    }

    @Test
    void meanSquareEdgesAreAsTheirSchemaSays() throws IOException {
        run("certify", "examples/noise/four-items.toml", "--out", folder.toString());
        JsonNode file = file("four-items/edge-certificate.json");
        assertThat(faults(file, "edge-certificate")).isEmpty();
        assertThat(faults(file, "cycle-certificate")).isNotEmpty();
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
        assertThat(faults(file, "box-certificate")).isEmpty();
        assertThat(faults(file, "cycle-certificate")).isNotEmpty();
    }

    /** Those of a run, a family, a cycle and a box. */
    @Test
    void rechecksAreAsTheirSchemaSays() throws IOException {
        String valley = "examples/sharp-valley.toml";
        String out = folder.toString();
        run("certify", valley, "--horizon", "2", "--out", out);
        run("certify", valley, "--horizon", "2", "--sweep", "zeta=0,1", "--out", out);
        run("certify-cycle", valley, "--out", out);
        run("certify-box", valley, "--box", "x=0:0", "--box", "y=6:7", "--claim", "alpha > 0", "--out", out);
        for (String kind : List.of("", "cycle-", "box-")) {
            assertThat(faults(recheck(kind + "certificate.json"), "recheck")).isEmpty();
        }
        ObjectNode ofFamily = recheck("family-certificate.json");
        assertThat(faults(ofFamily, "family-recheck")).isEmpty();
        assertThat(ofFamily.at("/members/1/recheck/claims/0/outcome").textValue())
                .isEqualTo("CONFIRMED");
        ((ObjectNode) ofFamily.at("/members/1/recheck")).remove("tube");
        assertThat(faults(ofFamily, "family-recheck"))
                .singleElement()
                .asString()
                .contains("tube");
    }

    private ObjectNode recheck(String certificate) throws IOException {
        StringWriter out = new StringWriter();
        Main.run(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                "recheck",
                folder.resolve("sharp-valley").resolve(certificate).toString(),
                "--format",
                "json");
        return (ObjectNode) JSON.readTree(out.toString());
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
        assertThat(faults(file, "family-certificate")).isEmpty();
        ((ObjectNode) file.at("/members/1")).remove("value");
        assertThat(faults(file, "family-certificate"))
                .singleElement()
                .asString()
                .contains("value");
    }

    static Stream<String> records() {
        return RECORDS.keySet().stream().sorted();
    }

    /** Run with {@code -Dselfstab.schemas=write} where a record has changed, and raise its schema's version if a member went or changed. */
    @ParameterizedTest
    @MethodSource("records")
    void schemasAreThoseOfTheRecords(String name) throws IOException {
        JsonNode ofRecord = RecordSchema.of(name, RECORDS.get(name));
        if ("write".equals(System.getProperty("selfstab.schemas"))) {
            Files.writeString(
                    Path.of("src/main/resources/org/selfstab/report", name + ".schema.json"),
                    ofRecord.toPrettyString() + "\n");
        }
        assertThat(schema(name)).isEqualTo(ofRecord);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verification | verify examples/sharp-valley.toml",
                "verification | verify examples/exponential-valley.toml --precision 30 --horizon 20 --cross-check",
                "verification | verify examples/generated/progressive_sharpening.toml",
                "check | check examples/exponential-valley.toml --cross-check",
                "check | check examples/disk-valley.toml --horizon 30",
                "family | family examples/sharp-valley.toml --sweep epsilon=1/100,1/200",
                "family | family examples/sharp-valley.toml --sweep zeta=0,1 --horizon 20",
                "ode | ode examples/sharp-valley.toml",
                "ode | ode examples/scalar-product.toml",
                "ode-family | ode examples/sharp-valley.toml --sweep epsilon=1/100,1/200",
                "drift | drift examples/drift/growing-valley.toml --steps 2000",
                "drift-family | drift examples/drift/growing-valley.toml --sweep epsilon=1/100,1/200",
                "second-order | ode examples/drift/growing-valley.toml --second-order",
                "second-order | ode examples/drift/growing-valley.toml --second-order --sweep epsilon=1/100,1/200,0",
                "exploration | explore src/test/resources/problems/explored-valley.toml",
                "exploration | explore examples/cycles/no-kick.toml",
                "descent | descent examples/sharp-valley.toml --measure --steps 5",
                "descent | descent examples/cycles/no-kick.toml --steps 3",
                "minimum | minimum examples/cycles/double-well.toml",
                "bifurcation | bifurcation examples/cycles/double-well.toml --range 1/2:5/4 --periods 2 --columns 4",
                "derivation | derive examples/sharp-valley.toml",
                "derivation | derive examples/generated/eigengap.toml",
                "certification | certify examples/sharp-valley.toml --horizon 3",
                "certification | certify examples/bare-valley.toml",
                "family-certification | certify examples/sharp-valley.toml --horizon 2 --sweep zeta=0,1",
                "sweep | sweep examples/sharp-valley.toml --grid epsilon=0:1/100:2 --claim coupling.constant --quantity stages --quantity alpha",
                "generated | generate --alpha 1/10000",
                "generated | generate --violate edge_reached",
                "box-certification | certify-box examples/sharp-valley.toml --box x=0:0.001 --box y=6:7 --claim alpha>0 --claim eta_sharpness<2",
                "box-certification | certify-box examples/sharp-valley.toml --box x=-9:9 --box y=6:7 --claim alpha>0.5 --budget 1",
                "cycle-certification | certify-cycle examples/sharp-valley.toml",
                "cycle-certification | certify-cycle examples/log-cosh.toml",
                "edge-certification | certify examples/noise/four-items.toml",
                "recheck | recheck src/test/resources/certificates/strict.json",
                "recheck | recheck src/test/resources/certificates/strict.json examples/sharp-valley.toml",
                "suite | test examples/sharp-valley.toml src/test/resources/bad-problems",
                "theory | theory theory --only eigengap"
            })
    void outputsAreAsTheirSchemaSays(String schema, String command) throws IOException {
        StringWriter out = new StringWriter();
        Main.run(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                (command + (command.startsWith("generate") ? "" : " --quiet") + " --format json").split(" "));
        ObjectNode output = (ObjectNode) JSON.readTree(out.toString());
        assertThat(faults(output, schema)).isEmpty();
        assertThat(output.fieldNames()).toIterable().startsWith("schema", "run");
        assertThat(faults(output, schema.equals("check") ? "ode" : "check")).isNotEmpty();
        ((ObjectNode) output.get("run")).remove("date");
        assertThat(faults(output, schema)).singleElement().asString().contains("date");
    }

    @Test
    void comparisonsAreAsTheirSchemaSays() throws IOException {
        run(
                "verify",
                "examples/sharp-valley.toml",
                "--horizon",
                "9",
                "--out",
                folder.resolve("a").toString());
        run(
                "verify",
                "examples/bare-valley.toml",
                "--horizon",
                "9",
                "--out",
                folder.resolve("b").toString());
        StringWriter out = new StringWriter();
        Main.run(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                "diff",
                folder.resolve("a/sharp-valley").toString(),
                folder.resolve("b/bare-valley").toString(),
                "--format",
                "json");
        ObjectNode comparison = (ObjectNode) JSON.readTree(out.toString());
        assertThat(faults(comparison, "comparison")).isEmpty();
        comparison.put("same", "no");
        assertThat(faults(comparison, "comparison")).singleElement().asString().contains("same");
    }

    @Test
    void tablesComeWithWhatWasRun() throws IOException {
        run("verify", "examples/sharp-valley.toml", "--horizon", "30", "--out", folder.toString(), "--quiet");
        run("ode", "examples/sharp-valley.toml", "--horizon", "30", "--out", folder.toString(), "--quiet");
        run(
                "family",
                "examples/sharp-valley.toml",
                "--horizon",
                "9",
                "--sweep",
                "epsilon=1/100,1/200",
                "--out",
                folder.toString());
        run(
                "sweep",
                "examples/sharp-valley.toml",
                "--horizon",
                "9",
                "--grid",
                "epsilon=1/200:1/100:2",
                "--out",
                folder.toString());
        run("descent", "examples/sharp-valley.toml", "--steps", "9", "--out", folder.toString());
        run("drift", "examples/sharp-valley.toml", "--steps", "900", "--out", folder.toString());
        run(
                "bifurcation",
                "examples/cycles/double-well.toml",
                "--range",
                "1/4:1/2",
                "--columns",
                "3",
                "--out",
                folder.toString());
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> tables =
                    files.filter(file -> file.toString().endsWith(".csv")).toList();
            assertThat(tables).hasSize(11);
            for (Path table : tables) {
                JsonNode meta =
                        JSON.readTree(Files.readString(Path.of(table.toString().replaceFirst("csv$", "meta.json"))));
                assertThat(faults(meta, "table")).isEmpty();
                assertThat(String.join(",", JSON.convertValue(meta.get("columns"), String[].class)))
                        .isEqualTo(Files.readAllLines(table).get(0));
            }
        }
    }

    /** The page for who reads outputs by program has each schema of an output; files that are read have pages of their own. */
    @Test
    void thePageOfOutputsNamesEachSchema() throws IOException {
        assertThat(Files.readString(Path.of("src/site/markdown/outputs.md")))
                .contains(RECORDS.keySet().stream()
                        .map(name -> "/" + name + ".schema.json")
                        .toList());
    }

    private static void run(String... arguments) {
        Main.run(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), arguments);
    }

    private JsonNode file(String name) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(name)));
    }

    private static JsonNode schema(String name) {
        try (InputStream schema = CertificateFile.class.getResourceAsStream(name + ".schema.json")) {
            return JSON.readTree(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> faults(JsonNode value, String schema) {
        return VALIDATORS.getSchema(schema(schema)).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }
}
