package org.selfstab.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks of {@code examples/notebook} run from the first cell to the last, and are kept without outputs. */
@DisabledOnOs(OS.WINDOWS)
class NotebookTest {

    private static final Path NOTEBOOKS = Path.of("examples/notebook");

    @TempDir
    private Path folder;

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("notebooks")
    void runs(Path notebook) throws Exception {
        Python python = new Python(folder);
        python.require(
                "jupyter-nbconvert python3-ipykernel python3-matplotlib", "nbconvert", "ipykernel", "matplotlib");

        Python.Result run = python.run(
                "-m",
                "nbconvert",
                "--to=notebook",
                "--execute",
                "--output-dir=" + folder,
                "--output=executed.ipynb",
                notebook.toString());

        assertThat(run.status()).as(run.output()).isZero();
        List<String> shown = new ArrayList<>();
        for (JsonNode cell : cells(folder.resolve("executed.ipynb"))) {
            cell.path("outputs")
                    .forEach(output -> output.path("data").fieldNames().forEachRemaining(shown::add));
        }
        assertThat(shown).contains("image/png", "text/html");
    }

    /** Outputs would tell of the machine that they were made on, and go stale. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void isKeptWithoutOutputs(Path notebook) throws IOException {
        List<JsonNode> code = new ArrayList<>();
        for (JsonNode cell : cells(notebook)) {
            if (cell.path("cell_type").asText().equals("code")) {
                code.add(cell);
            }
        }
        assertThat(code).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.path("outputs").size()).isZero();
            assertThat(cell.path("execution_count").isNull()).isTrue();
        });
    }

    private static JsonNode cells(Path notebook) throws IOException {
        return new ObjectMapper().readTree(notebook.toFile()).path("cells");
    }
}
