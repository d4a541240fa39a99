package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.cli.Main;

/** A modular program that requires the module {@code org.selfstab}, with the libraries that Maven gives it. */
class ModulePathTest {

    private static final Path PROGRAM = Path.of("src/test/resources/modules/paper");

    /** Beginnings of the names of the jars that only the command line has. */
    private static final List<String> OF_COMMAND_LINE =
            List.of("picocli-", "jline-", "progressbar-", "xchart-", "VectorGraphics2D-", "compiler-");

    private static final ToolProvider JAVAC =
            ToolProvider.findFirst("javac").orElseThrow(() -> new IllegalStateException("tests need a JDK"));

    @TempDir
    private Path folder;

    /** Where the module's classes are, and the jars of the libraries that it bundles but the command line's. */
    private static String modulePath() throws IOException {
        Set<String> bundled;
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources/META-INF/THIRD-PARTY.txt"))) {
            bundled = lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|", 2)[0].replaceAll(".*:", ""))
                    .collect(Collectors.toSet());
        }
        List<String> entries = new ArrayList<>(List.of(library().toString()));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> bundled.contains(nameOf(entry)))
                .filter(entry ->
                        OF_COMMAND_LINE.stream().noneMatch(entry.getFileName().toString()::startsWith))
                .map(Path::toString)
                .forEach(entries::add);
        return String.join(File.pathSeparator, entries);
    }

    private static Path library() {
        try {
            return Path.of(Selfstab.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A jar's name without its version. */
    private static String nameOf(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d.*\\.jar$", "");
    }

    private static ModuleDescriptor descriptor() {
        return ModuleFinder.of(library()).find("org.selfstab").orElseThrow().descriptor();
    }

    /** Compiles sources of a module; returns what the compiler says. */
    private String compile(List<Path> sources) throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "--class-path",
                folder.toString(),
                "--module-path",
                modulePath(),
                "-d",
                classes().toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        JAVAC.run(out, out, arguments.toArray(String[]::new));
        return said.toString();
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private Path certificate() throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        String problem = "examples/bare-valley.toml";
        int status = Main.run(
                out,
                out,
                "certify",
                problem,
                "--horizon",
                "1",
                "--quiet",
                "--out",
                folder.resolve("out").toString());
        assertThat(status).as(said.toString()).isZero();
        return folder.resolve("out/bare-valley/certificate.json");
    }

    @Test
    void aModularProgramVerifiesDerivesAndRechecks() throws Exception {
        Path certificate = certificate();
        assertThat(compile(List.of(PROGRAM.resolve("module-info.java"), PROGRAM.resolve("paper/Results.java"))))
                .isEmpty();

        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--module-path",
                        classes() + File.pathSeparator + modulePath(),
                        "--module",
                        "paper/paper.Results",
                        certificate.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();

        assertThat(err).hasContent("");
        assertThat(status).isZero();
        assertThat(out).hasContent("""
                        steps 21
                        coupling true
                        conclusions HOLDS
                        sharpness 2/eta
                        confirmed true
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.selfstab.dynamics.Model",
                "org.selfstab.geometry.LocalGeometry",
                "org.selfstab.loss.Backend",
                "org.selfstab.noise.NoiseRun",
                "org.selfstab.recheck.taylor.FormulaParser",
                "org.selfstab.symbolic.Calculus",
                "org.selfstab.problem.toml.TomlFile",
                "org.selfstab.certify.enclosure.Krawczyk",
                "org.selfstab.report.Report"
            })
    void whatIsNotExportedCannotBeImported(String name) throws Exception {
        assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
        Path source = Files.createDirectories(folder.resolve("intruder")).resolve("Intruder.java");
        Files.writeString(source, "package intruder; import " + name + "; class Intruder {}");

        assertThat(compile(List.of(PROGRAM.resolve("module-info.java"), source)))
                .contains("package " + name.replaceFirst("\\.\\w+$", "") + " is not visible")
                .contains("does not export it");
    }

    /** The page names exactly the packages that are exported. */
    @Test
    void thePageNamesWhatIsExported() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/api.md"));
        String from = "are exported: ";
        String list = page.substring(page.indexOf(from) + from.length());
        Set<String> named = Pattern.compile("`([\\w.]+)`")
                .matcher(list.substring(0, list.indexOf(". Everything")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> exported = descriptor().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .map(name -> name.replaceFirst("^org\\.selfstab\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(exported);
    }
}
