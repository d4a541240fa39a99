package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every library that the program's jar bundles is named with its licence, and the licence's text is there. */
class BundledLicencesTest {

    private static final Path TEXTS = Path.of("src/main/resources/META-INF/licenses");

    /** Beginnings of the names of what only tests use, and so is not bundled. */
    private static final List<String> OF_TESTS = List.of(
            "com.tngtech.archunit:",
            "org.junit",
            "net.jqwik:",
            "org.assertj:",
            "net.bytebuddy:",
            "org.opentest4j:",
            "org.apiguardian:",
            "org.ow2.asm:asm-commons",
            "org.ow2.asm:asm-tree",
            "org.commonmark:",
            "org.webjars.npm:",
            "org.seleniumhq.selenium:",
            "io.opentelemetry:",
            "com.google.auto.service:",
            "com.networknt:",
            "com.ethlo.time:",
            "com.github.victools:",
            "com.fasterxml:classmate",
            "com.fasterxml.jackson.dataformat:",
            "org.yaml:");

    /** A line of the list. */
    private record Library(String name, String licence, List<String> texts) {

        static Library of(String line) {
            String[] cells = line.split("\\s*\\|\\s*", -1);
            return new Library(cells[0], cells[1], List.of(cells[2].split(", ", -1)));
        }
    }

    private static List<Library> listed() throws IOException {
        return listed("src/main/resources/META-INF/THIRD-PARTY.txt");
    }

    private static List<Library> listed(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Library::of)
                .toList();
    }

    /** {@code group:artifact} of the class path's jars, by their places in the repository. */
    private static Set<String> onClassPath() {
        Path repository = Path.of("repository");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> jar.getNameCount() > 4 && names(jar).contains(repository.toString()))
                .map(BundledLicencesTest::coordinates)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names(Path path) {
        return Arrays.asList(path.toString().split("[/\\\\]"));
    }

    private static String coordinates(Path jar) {
        List<String> names = names(jar);
        int version = names.size() - 2;
        return String.join(".", names.subList(names.lastIndexOf("repository") + 1, version - 1)) + ":"
                + names.get(version - 1);
    }

    @Test
    void everyBundledLibraryIsListed() throws IOException {
        Set<String> bundled = onClassPath().stream()
                .filter(library -> OF_TESTS.stream().noneMatch(library::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed()).extracting(Library::name).containsExactlyElementsOf(bundled);
    }

    /** Those that the build puts into the checker's jar, with what the whole list says of them. */
    @Test
    void everyLibraryOfTheCheckerIsListed() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String checker = pom.substring(pom.indexOf("<id>checker</id>"));
        Set<String> bundled = Pattern.compile("<include>([^<]+)</include>")
                .matcher(checker.substring(0, checker.indexOf("</artifactSet>")))
                .results()
                .map(library -> library.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed("src/dist/checker/THIRD-PARTY.txt"))
                .containsExactlyElementsOf(listed().stream()
                        .filter(library -> bundled.contains(library.name()))
                        .toList())
                .hasSameSizeAs(bundled);
    }

    @Test
    void everyTextIsThereAndUsed() throws IOException {
        Set<String> used = listed().stream()
                .flatMap(library -> library.texts().stream())
                .filter(text -> !text.equals("LICENSE"))
                .collect(Collectors.toCollection(TreeSet::new));
        try (var texts = Files.list(TEXTS)) {
            assertThat(texts.map(text -> text.getFileName().toString())).containsExactlyInAnyOrderElementsOf(used);
        }
        assertThat(listed())
                .allMatch(library -> library.licence().equals("Apache-2.0")
                        == library.texts().contains("LICENSE"));
    }

    /** The BSD and MIT licences ask for the names of the owners. */
    @Test
    void theOwnersOfPermissiveLibrariesAreNamed() throws IOException {
        assertThat(Files.readString(TEXTS.resolve("BSD-3-Clause.txt")))
                .contains("Kryo", "ReflectASM", "MinLog", "Pebble", "Janino", "ANTLR", "ASM", "JLine");
        assertThat(Files.readString(TEXTS.resolve("MIT.txt"))).contains("Apfloat", "SLF4J", "progressbar");
    }
}
