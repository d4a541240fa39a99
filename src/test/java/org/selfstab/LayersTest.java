package org.selfstab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.certify.region.BoxClaims;
import org.selfstab.certify.region.BoxSearch;
import org.selfstab.certify.trajectory.UnstableCertifier;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.claims.drift.DriftFamilyRun;
import org.selfstab.claims.drift.SlowRun;
import org.selfstab.claims.members.FamilyRun;
import org.selfstab.claims.observation.ObservingReader;
import org.selfstab.claims.orbit.BifurcationRun;
import org.selfstab.noise.MeanSquareCertifier;
import org.selfstab.recheck.Rechecker;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.SelfstabException;

/**
 * The architecture: packages in one order, each importing only from those before it, and each outside library in one room. The same
 * rules are checked against {@code org.selfstab.archfixture}, whose classes break every one of them once.
 */
class LayersTest {

    /** The root package. */
    private static final String FRONT_DOOR = "";

    /** Only with the profile of the same name. */
    private static final String SPARK = "spark";

    /** The packages in the order in which data flows. */
    private static final List<String> ORDER = List.of(
            "vocabulary",
            "document.chart",
            "document",
            "numeric",
            "expression",
            "optimizer",
            "interval",
            "expression.syntax",
            "expression.autodiff",
            "symbolic",
            "problem.toml",
            "problem",
            "run",
            "loss",
            "geometry",
            "geometry.unstable",
            "dynamics",
            "dynamics.reduced",
            "claims",
            "certify",
            "certify.enclosure",
            "noise",
            "claims.constants",
            "claims.conditions",
            "claims.members",
            "claims.comparison",
            "claims.closedform",
            "claims.orbit",
            "claims.drift",
            "claims.observation",
            "certify.region",
            "certify.trajectory",
            "recheck.taylor",
            "recheck",
            "coq",
            "generate",
            FRONT_DOOR,
            "theory",
            "suite",
            "sweep",
            "companion",
            "report.figure",
            "report",
            "report.comparison",
            "cli.shell",
            "cli",
            SPARK);

    /** A package in the table of the library's page, whole or with what follows the parent of the first of its row. */
    private static final Pattern LISTED = Pattern.compile("`(org\\.selfstab)?((?:\\.[a-z]+)*)`");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.selfstab");

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("org.selfstab.archfixture");

    /** A rule and the fixture class that breaks it. */
    record Rule(String breaker, ArchRule rule) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule("UsesLaterPackage", order(ORDER.indexOf("expression"))));
        rules.add(new Rule("geometry.UsesSymja", only("symbolic", "org.matheclipse..")));
        rules.add(new Rule("geometry.ReadsToml", only("problem.toml", "org.tomlj..")));
        rules.add(new Rule("geometry.GeneratesCode", only("loss", "org.objectweb.asm..")));
        rules.add(new Rule("geometry.DrawsCharts", only("document.chart", "org.knowm.xchart..", "de.erichseifert..")));
        rules.add(new Rule("geometry.FillsTemplates", only("document", "com.github.mustachejava..")));
        rules.add(new Rule(
                "geometry.PrintsCsv",
                only(Set.of("document", "problem", "report", "report.comparison"), "org.apache.commons.csv..")));
        rules.add(new Rule(
                "geometry.PrintsJson",
                only(Set.of("document", "report", "report.comparison"), "com.fasterxml.jackson.databind..")));
        rules.add(new Rule("geometry.ParsesArguments", only("cli", "picocli..")));
        rules.add(new Rule("geometry.ShowsProgress", only("cli", "me.tongfei..")));
        rules.add(new Rule("geometry.EditsLines", only("cli.shell", "org.jline..")));
        rules.add(new Rule("geometry.Integrates", only("dynamics.reduced", "org.hipparchus.ode..")));
        rules.add(new Rule("geometry.MakesTests", only("companion", "org.junit..", "org.opentest4j..")));
        rules.add(new Rule("dynamics.SolvesEigenproblem", onlyNumericSolvesEigenproblems()));
        rules.add(new Rule("recheck.UsesProver", theCheckerKnowsNoProver()));
        rules.add(new Rule("geometry.PrintsAndExits", onlyTheCommandLinePrintsAndExits()));
        rules.add(new Rule("geometry.WritesInTheUsersLocale", nothingDependsOnTheUsersLocale()));
        rules.add(new Rule("geometry.FailsInItsOwnWay", failuresHaveOneBase()));
        rules.add(new Rule("ComputesAtTheDoor", theFrontDoorComputesNothing()));
        rules.add(new Rule("suite.RunsOnItsOwn", booksAndFacesGoThroughTheDoor()));
        return rules;
    }

    static Stream<ArchRule> orders() {
        return Stream.iterate(0, i -> i + 1).limit(ORDER.size() - 1L).map(LayersTest::order);
    }

    /** A package uses no package after it. */
    private static ArchRule order(int position) {
        String[] later = ORDER.subList(position + 1, ORDER.size()).stream()
                .map(LayersTest::packageOf)
                .toArray(String[]::new);
        return noClasses()
                .that(resideExactlyIn(ORDER.get(position)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .allowEmptyShould(true)
                .as(packageOf(ORDER.get(position)) + " uses no package after it");
    }

    private static ArchRule only(String room, String... libraries) {
        return only(Set.of(room), libraries);
    }

    private static ArchRule only(Set<String> rooms, String... libraries) {
        return noClasses()
                .that(DescribedPredicate.not(DescribedPredicate.or(
                        rooms.stream().map(LayersTest::resideIn).toList())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .as("only " + String.join(" and ", new TreeSet<>(rooms)) + " uses " + String.join(", ", libraries));
    }

    /** The closed forms of {@code symbolic} choose the top block by a numeric decomposition of their own, without the others. */
    private static ArchRule onlyNumericSolvesEigenproblems() {
        return noClasses()
                .that(DescribedPredicate.not(resideIn("numeric").or(resideIn("symbolic"))))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.hipparchus\\.linear\\.(Complex)?EigenDecomposition.*")
                .as("only numeric (and symbolic, to choose a block) calls eigen-solvers");
    }

    /** What a checker confirms must not rest on the code that it checks, nor on what reads and differentiates losses for it. */
    private static ArchRule theCheckerKnowsNoProver() {
        String[] others = ORDER.stream()
                .filter(name -> !Set.of("recheck.taylor", "recheck", "interval", "numeric", "vocabulary")
                        .contains(name))
                .map(name -> packageOf(name) + (name.equals(FRONT_DOOR) ? "" : ".."))
                .toArray(String[]::new);
        return noClasses()
                .that(resideIn("recheck"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Quantities.class, Claims.class)
                .as(
                        "recheck uses nothing of the program but interval, an eigen-solver of numeric, and vocabulary for messages, not its registries");
    }

    private static ArchRule onlyTheCommandLinePrintsAndExits() {
        return noClasses()
                .that(DescribedPredicate.not(resideIn("cli")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .as("only cli prints and exits");
    }

    /** Outputs are the same on every machine: numbers and cases of letters are written in a locale that is named. */
    private static ArchRule nothingDependsOnTheUsersLocale() {
        return noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .as("what is written depends on no user's locale");
    }

    private static ArchRule failuresHaveOneBase() {
        return classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(SelfstabException.class)
                .as("every exception of the program is a SelfstabException");
    }

    private static String packageOf(String name) {
        return name.isEmpty() ? "org.selfstab" : "org.selfstab." + name;
    }

    /** The front door only wires: whatever computes has a package of its own. */
    private static ArchRule theFrontDoorComputesNothing() {
        return noClasses()
                .that(resideExactlyIn(FRONT_DOOR))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hipparchus.linear..")
                .as("the front door computes nothing");
    }

    /**
     * Whatever runs a problem is made by the front door; where it wires a run, it does so once for all. A runner is a class of a package
     * of runs of which the door makes an object or calls a static method.
     */
    private static ArchRule booksAndFacesGoThroughTheDoor() {
        List<String> afterTheDoor = ORDER.subList(ORDER.indexOf(FRONT_DOOR) + 1, ORDER.size());
        Set<String> runners = runners(JavaAccess::getTargetOwner);
        // what runs a part of a problem within one of them
        runners.addAll(List.of(BoxSearch.class.getName(), UnstableCertifier.class.getName()));
        Set<String> ways = runners(JavaAccess::getTarget);
        return noClasses()
                .that(DescribedPredicate.or(
                        afterTheDoor.stream().map(LayersTest::resideIn).toList()))
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "a runner is made or called",
                        call -> ways.contains(call.getTarget().getFullName())
                                || (runners.contains(call.getTargetOwner().getFullName()) && isConstructor(call))))
                .as("what comes after the front door runs problems through it");
    }

    /** What the door makes or calls for a run: its class, or its constructor or static method. */
    private static Set<String> runners(Function<JavaCodeUnitAccess<?>, HasName.AndFullName> part) {
        Set<String> packagesOfRuns = ORDER.subList(ORDER.indexOf("claims"), ORDER.indexOf(FRONT_DOOR)).stream()
                .map(LayersTest::packageOf)
                .collect(Collectors.toSet());
        return Stream.of(Study.class, Checker.class)
                .flatMap(door -> MAIN.get(door).getCodeUnitAccessesFromSelf().stream())
                .filter(LayersTest::isOfTheClass)
                .filter(access ->
                        packagesOfRuns.contains(access.getTargetOwner().getPackageName())
                                && !access.getTargetOwner().isInterface())
                .map(access -> part.apply(access).getFullName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a constructor or a static method is called. */
    private static boolean isOfTheClass(JavaCodeUnitAccess<?> access) {
        return isConstructor(access)
                || access.getTarget()
                        .resolveMember()
                        .filter(member -> member.getModifiers().contains(JavaModifier.STATIC))
                        .isPresent();
    }

    private static boolean isConstructor(JavaCodeUnitAccess<?> access) {
        return access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
    }

    /** The rule would hold of no runner as well. */
    @Test
    void theRunnersAreThoseOfTheDoor() {
        assertThat(runners(JavaAccess::getTargetOwner))
                .contains(
                        Verifier.class.getName(),
                        FamilyRun.class.getName(),
                        ObservingReader.class.getName(),
                        BifurcationRun.class.getName(),
                        DriftFamilyRun.class.getName(),
                        SlowRun.class.getName(),
                        MeanSquareCertifier.class.getName(),
                        BoxClaims.class.getName(),
                        Rechecker.class.getName());
    }

    private static DescribedPredicate<JavaClass> resideExactlyIn(String name) {
        return resideInAPackage(packageOf(name))
                .or(resideInAPackage(packageOf(("archfixture." + name).replaceFirst("\\.$", ""))));
    }

    /** Classes of a package of the program and of those below it, or of the fixture's package of the same name. */
    private static DescribedPredicate<JavaClass> resideIn(String name) {
        return resideInAPackage("org.selfstab." + name + "..")
                .or(resideInAPackage("org.selfstab.archfixture." + name + ".."));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void eachPackageUsesOnlyThoseBeforeIt(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKept(Rule rule) {
        rule.rule().check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites(Rule rule) {
        assertThat(rule.rule().evaluate(BROKEN).getFailureReport().toString()).contains(rule.breaker());
    }

    @Test
    void theLibrarysPageListsThePackagesInTheirOrder() throws IOException {
        List<String> listed = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/site/markdown/api.md"))) {
            if (line.startsWith("| `org.selfstab")) {
                listed.addAll(packagesIn(line.split("\\|", -1)[1]));
            }
        }
        assertThat(listed)
                .containsExactlyElementsOf(
                        ORDER.stream().filter(name -> !name.equals(SPARK)).toList());
    }

    private static List<String> packagesIn(String cell) {
        List<String> names = new ArrayList<>();
        String parent = "";
        for (MatchResult name : LISTED.matcher(cell).results().toList()) {
            String below = name.group(2);
            names.add((name.group(1) == null ? parent + below : below).replaceFirst("^\\.", ""));
            if (names.size() == 1) {
                parent = below.replaceFirst("\\.[a-z]+$", "");
            }
        }
        return names;
    }

    @Test
    void everyClassIsInAPackageOfTheOrder() {
        String[] known = ORDER.stream().map(LayersTest::packageOf).toArray(String[]::new);
        ArchRule rule = classes().should().resideInAnyPackage(known);
        rule.check(MAIN);
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }
}
