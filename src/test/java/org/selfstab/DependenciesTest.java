package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.selfstab.vocabulary.SelfstabException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a project gets that depends on the library: nothing that only the command line uses, with its documents and reports. */
class DependenciesTest {

    /** Packages, with those below them, that are the command line's. */
    private static final List<String> OF_COMMAND_LINE = List.of("document", "report", "cli");

    /** Libraries that Symja asks for, in versions that we choose, whether the command line uses them too or nothing of ours does. */
    private static final Set<String> OF_SYMJA = Set.of(
            "log4j-api",
            "slf4j-api",
            "hipparchus-optim",
            "hipparchus-fft",
            "hipparchus-fitting",
            "hipparchus-clustering",
            "jackson-databind",
            "commons-csv",
            "pebble",
            "commons-lang3");

    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    /** A dependency of the project itself. */
    private record Dependency(String artifact, String scope, boolean isOptional) {

        static Dependency of(Element written) {
            return new Dependency(
                    text(written, "artifactId").orElseThrow(),
                    text(written, "scope").orElse("compile"),
                    text(written, "optional").equals(Optional.of("true")));
        }

        private static Optional<String> text(Element parent, String name) {
            NodeList found = parent.getElementsByTagName(name);
            return IntStream.range(0, found.getLength())
                    .mapToObj(found::item)
                    .filter(node -> node.getParentNode().equals(parent))
                    .map(node -> node.getTextContent().strip())
                    .findFirst();
        }

        /** Whether users of the library get it. */
        boolean isPassedOn() {
            return !isOptional && Set.of("compile", "runtime").contains(scope);
        }
    }

    private static Document pom;
    private static List<Dependency> dependencies;

    /** Names of the jars that classes of the library use, without the command line. */
    private static Set<String> usedJars;

    @BeforeAll
    static void readPomAndClasses() throws Exception {
        pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        NodeList written = (NodeList) XPATH.evaluate("/project/dependencies/dependency", pom, XPathConstants.NODESET);
        dependencies = IntStream.range(0, written.getLength())
                .mapToObj(i -> Dependency.of((Element) written.item(i)))
                .toList();
        usedJars = jarsOf(new ClassFileImporter()
                        .importUrl(SelfstabException.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation())
                        .stream()
                        .filter(DependenciesTest::isOfLibrary));
    }

    private static boolean isOfLibrary(JavaClass type) {
        return OF_COMMAND_LINE.stream()
                .map(name -> "org.selfstab." + name)
                .noneMatch(name -> type.getPackageName().equals(name)
                        || type.getPackageName().startsWith(name + "."));
    }

    private static Set<String> jarsOf(Stream<JavaClass> users) {
        Set<String> classes = users.flatMap(user -> user.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(used -> !used.isPrimitive())
                .map(JavaClass::getName)
                .filter(name -> !name.startsWith("org.selfstab."))
                .collect(Collectors.toSet());
        Set<String> jars = new HashSet<>();
        classes.forEach(name -> jarOf(name).ifPresent(jars::add));
        return jars;
    }

    /** The file that a class is read from; none for Java's own. */
    private static Optional<String> jarOf(String name) {
        try {
            CodeSource source = Class.forName(name, false, DependenciesTest.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            return Optional.ofNullable(source)
                    .map(known ->
                            Path.of(known.getLocation().getPath()).getFileName().toString());
        } catch (ClassNotFoundException absent) {
            throw new AssertionError(absent);
        }
    }

    private static boolean isUsed(Dependency dependency) {
        Pattern jar = Pattern.compile(Pattern.quote(dependency.artifact()) + "-\\d.*\\.jar");
        return usedJars.stream().anyMatch(name -> jar.matcher(name).matches());
    }

    @Test
    void everyLibraryPassedOnIsUsedByTheLibraryOrBySymja() {
        assertThat(dependencies).filteredOn(Dependency::isPassedOn).isNotEmpty().allSatisfy(dependency -> assertThat(
                        isUsed(dependency) || OF_SYMJA.contains(dependency.artifact()))
                .as(dependency.artifact())
                .isTrue());
    }

    @Test
    void theLibraryUsesNothingOptional() {
        assertThat(dependencies)
                .filteredOn(Dependency::isOptional)
                .extracting(Dependency::artifact)
                .contains("picocli", "jline-reader", "progressbar", "xchart", "slf4j-nop", "compiler");
        assertThat(dependencies).filteredOn(Dependency::isOptional).noneMatch(DependenciesTest::isUsed);
    }

    /** The check can fail: the command line's own classes use what is optional. */
    @Test
    void theCommandLineUsesWhatIsOptional() {
        Set<String> jars = jarsOf(
                new ClassFileImporter().importPackages("org.selfstab.cli", "org.selfstab.document.chart").stream());
        assertThat(new TreeSet<>(jars))
                .anyMatch(name -> name.startsWith("picocli-"))
                .anyMatch(name -> name.startsWith("xchart-"));
    }

    @Test
    void thePomSaysWhoseAndWhereItIs() throws XPathExpressionException {
        for (String path : List.of("url", "scm/url", "scm/connection", "licenses/license/name", "description")) {
            assertThat(XPATH.evaluate("/project/" + path, pom)).as(path).isNotBlank();
        }
        assertThat(XPATH.evaluate("/project/developers/developer/name", pom)).isEqualTo("The selfstab authors");
    }
}
