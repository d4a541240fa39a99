package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.selfstab.Selfstab;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.VerificationResult;
import org.selfstab.cli.Main;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.ReducedLevel;
import org.selfstab.dynamics.RunObserver;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.loss.Backend;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Extremum;

/** Panels in a real browser: they compute what Java computes, and do what a reader tells them. */
@Tag("browser")
class PanelInBrowserTest {

    private static final String PROBLEMS = "src/test/resources/panels/";
    private static final String VALLEY = "examples/sharp-valley.toml";

    /** How near iterates are to Java's, relatively, where the loss takes + - * / sqrt only, and where it takes more. */
    private static final double RATIONAL = 1e-12;

    private static final double TRANSCENDENTAL = 1e-9;

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static void run(String... arguments) {
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
        assertThat(status).as(err.toString()).isNotEqualTo(2).isNotEqualTo(70);
    }

    /** Opens the panel of a problem. */
    private static void open(String problem, String... options) {
        Path page = folder.resolve(
                Path.of(problem).getFileName() + String.join("", options).replaceAll("\\W", "") + ".html");
        run(Stream.concat(
                        Stream.of("panel", problem, "--quiet", "--force", "--out", page.toString()),
                        Arrays.stream(options))
                .toArray(String[]::new));
        browser.manage().logs().get(LogType.BROWSER);
        browser.get(page.toUri().toString());
    }

    // What Java computes.

    /** The points of a run in double precision. */
    private static final class Points implements RunObserver {

        private final List<double[]> iterates = new ArrayList<>();
        private final List<double[]> constrained = new ArrayList<>();

        @Override
        public <T extends CalculusFieldElement<T>> StepObserver<T> of(Backend<T> backend, Model<Binary64> inDouble) {
            return this::observe;
        }

        private <T extends CalculusFieldElement<T>> void observe(CoupledStep<T> step) {
            iterates.add(numbers(step.theta()));
            constrained.add(numbers(step.geometry().point()));
        }

        private static <T extends CalculusFieldElement<T>> double[] numbers(FieldVector<T> vector) {
            return Stream.of(vector.toArray()).mapToDouble(T::getReal).toArray();
        }
    }

    private record JavaRun(VerificationResult result, Points points) {

        static JavaRun of(String problem, Map<String, String> overrides) {
            Points points = new Points();
            VerificationResult result =
                    Selfstab.read(Path.of(problem), overrides).verify(RunOptions.defaults(), points);
            return new JavaRun(result, points);
        }

        RunConstants constants() {
            return result.verification().constants().orElseThrow();
        }
    }

    // What the browser computes.

    /** Runs at once, with changes as JSON, and gives a part of the run as JavaScript says it. */
    private static String told(String changes, String part) {
        return String.valueOf(
                browser.executeScript("const run = selfstabPanel.run(" + changes + "); return String(" + part + ");"));
    }

    /** A run of the browser: its points, one after the other, and its numbers by their names. */
    private static final class BrowserRun {

        private static final String SCRIPT = """
                const run = selfstabPanel.run(%s);
                const numbers = {edgeStep: run.edgeStep, horizon: run.horizon};
                for (const [name, {value}] of Object.entries(run.constants())) { numbers[name] = value; }
                return [Array.from(run.theta).join(' '), Array.from(run.dagger).join(' '),
                  Object.entries(numbers).map(entry => entry.join('=')).join(' ')].join('\\n');
                """;
        private static final Splitter WORDS = Splitter.on(' ');

        private final double[] iterates;
        private final double[] constrained;
        private final Map<String, Double> numbers = new HashMap<>();

        BrowserRun(String changes) {
            List<String> lines =
                    Splitter.on('\n').splitToList(String.valueOf(browser.executeScript(SCRIPT.formatted(changes))));
            iterates = array(lines.get(0));
            constrained = array(lines.get(1));
            WORDS.withKeyValueSeparator('=')
                    .split(lines.get(2))
                    .forEach((name, value) -> numbers.put(name, Double.valueOf(value)));
        }

        private static double[] array(String text) {
            return WORDS.splitToStream(text).mapToDouble(Double::parseDouble).toArray();
        }
    }

    static Stream<Compared> compared() {
        return Stream.of(
                new Compared(VALLEY, RATIONAL),
                new Compared("examples/valleys/approach-from-below.toml", RATIONAL),
                new Compared("examples/valleys/bent-valley.toml", RATIONAL),
                new Compared("examples/generated/eigengap.toml", RATIONAL),
                new Compared("examples/scalar-product.toml", RATIONAL),
                new Compared("examples/disk-valley.toml", TRANSCENDENTAL),
                new Compared("examples/two-neurons.toml", TRANSCENDENTAL),
                new Compared("examples/tanh-network.toml", TRANSCENDENTAL),
                new Compared("examples/products/cross-entropy-of-product.toml", TRANSCENDENTAL),
                new Compared("examples/optimizers/heavy-ball-valley.toml", RATIONAL),
                new Compared("examples/optimizers/nesterov-disk.toml", RATIONAL),
                new Compared("examples/optimizers/decoupled-decay.toml", RATIONAL),
                new Compared(PROBLEMS + "quasi-hyperbolic.toml", RATIONAL),
                new Compared(PROBLEMS + "three-copies.toml", RATIONAL),
                new Compared(PROBLEMS + "erf.toml", TRANSCENDENTAL),
                new Compared(PROBLEMS + "keywords.toml", RATIONAL),
                new Compared(PROBLEMS + "kick.toml", RATIONAL),
                new Compared(PROBLEMS + "far.toml", RATIONAL),
                new Compared(PROBLEMS + "pow.toml", TRANSCENDENTAL));
    }

    /** A problem, and how near to Java's the browser's iterates are, relatively. */
    record Compared(String problem, double tolerance) {}

    @ParameterizedTest
    @MethodSource("compared")
    void iteratesAndConstantsAreThoseOfJava(Compared compared) {
        open(compared.problem());
        requireSame(JavaRun.of(compared.problem(), Map.of()), "{}", compared.tolerance());
    }

    @ParameterizedTest
    @CsvSource({"zeta,0.5,1/2", "zeta,0,0", "eta,0.25,1/4", "epsilon,0.0001,1e-4"})
    void changedParametersGiveTheRunOfSet(String parameter, String value, String exact) {
        open(VALLEY);
        requireSame(
                JavaRun.of(VALLEY, Map.of(parameter, exact)),
                "{parameters: {" + parameter + ": " + value + "}}",
                RATIONAL);
    }

    /** At 0 it is gradient descent, and beyond 1 there is none. */
    @Test
    void theMomentumIsMoved() {
        String heavyBall = "examples/optimizers/heavy-ball-valley.toml";
        open(heavyBall);
        for (String momentum : List.of("1/4", "4/5", "0")) {
            String value = "1/4".equals(momentum) ? "0.25" : "4/5".equals(momentum) ? "0.8" : "0";
            requireSame(
                    JavaRun.of(heavyBall, Map.of("momentum", momentum)),
                    "{parameters: {momentum: " + value + "}}",
                    RATIONAL);
        }
        assertThat(told("{parameters: {momentum: 1.2}}", "run.end")).startsWith("no run: heavy ball has no positive");
        assertThat(text(".readout")).contains("S_c\n10", "a\n0.6", "b\n0.6", "max 2 S/S_c");
        assertThat(text(".views")).contains("S_c").doesNotContain("2/η");
        type("momentum", "1/4");
        assertThat(text("code")).endsWith("--set momentum=0.25");
        assertThat(text(".readout")).contains("S_c\n8.33333", "C₁\n2.6853");
    }

    @Test
    void definitionsFollowWhatTheyUse() {
        String neurons = "examples/two-neurons.toml";
        open(neurons);
        requireSame(JavaRun.of(neurons, Map.of("w0", "13/20")), "{parameters: {w0: 0.65}}", TRANSCENDENTAL);
        open(neurons, "--set", "e=1/2000");
        requireSame(JavaRun.of(neurons, Map.of("e", "1/2000")), "{}", TRANSCENDENTAL);
    }

    @Test
    void saysWhenTheIteratesAreRoundingNoiseAsJavaDoes() {
        String neurons = "examples/two-neurons.toml";
        Map<String, String> overrides = Map.of("e", "0.00136", "a0", "1.07", "v0", "0.818", "sharpness", "1.76");
        Integer from = JavaRun.of(neurons, overrides)
                .constants()
                .accuracy()
                .noiseFrom()
                .orElseThrow();
        open(
                neurons,
                overrides.entrySet().stream()
                        .map(entry -> "--set=" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
        assertThat(text(".warnings")).contains("The iterates are rounding noise from about t = " + from + " on");
    }

    private static void requireSame(JavaRun expected, String changes, double tolerance) {
        BrowserRun found = new BrowserRun(changes);
        List<double[]> iterates = expected.points().iterates;
        assertThat(found.iterates).hasSize(iterates.size() * iterates.get(0).length);
        for (int t = 0; t < iterates.size(); t++) {
            double size = norm(iterates.get(t));
            assertThat(distance(found.iterates, t, iterates.get(t)))
                    .as("iterate %d", t)
                    .isLessThanOrEqualTo(tolerance * size);
            assertThat(distance(
                            found.constrained, t, expected.points().constrained.get(t)))
                    .as("constrained trajectory at %d", t)
                    .isLessThanOrEqualTo(RATIONAL * size);
        }
        assertThat(found.numbers.get("edgeStep"))
                .isEqualTo(expected.result()
                        .verification()
                        .edgeStep()
                        .orElseThrow()
                        .doubleValue());
        requireSameConstants(expected.constants(), found.numbers);
    }

    /** {@code C_1} is as near as distances of 1e-12 are in its unit. */
    private static void requireSameConstants(RunConstants expected, Map<String, Double> found) {
        assertThat(found.get("horizon")).isEqualTo(expected.steps());
        if (expected.epsilon().isEmpty()) {
            assertThat(found).containsEntry("C1", Double.NaN).containsEntry("eps", Double.NaN);
            return;
        }
        double eps = expected.epsilon().get().value();
        double delta = expected.delta().orElseThrow().value();
        assertThat(found.get("eps")).isCloseTo(eps, within(1e-11 * eps));
        assertThat(found.get("delta")).isCloseTo(delta, within(1e-11 * delta));
        requireClose(found.get("C1"), expected.coupling(), RATIONAL / (eps * delta));
        requireClose(found.get("CL"), expected.loss(), 1e-6);
        requireClose(found.get("CS"), expected.sharpness(), 1e-6);
        requireClose(found.get("smallestX"), expected.minX(), 1e-9);
        requireClose(found.get("gamma"), expected.minAlignment(), 1e-9);
    }

    /** A prediction that diverges has infinite constants. */
    private static void requireClose(double found, Optional<Extremum> expected, double tolerance) {
        double value = expected.orElseThrow().value();
        if (Double.isInfinite(value)) {
            assertThat(found).isInfinite();
        } else {
            assertThat(found).isCloseTo(value, within(tolerance * Math.max(1, 1e-3 * Math.abs(value))));
        }
    }

    private static double distance(double[] rows, int t, double[] point) {
        double squares = 0;
        for (int i = 0; i < point.length; i++) {
            double difference = rows[t * point.length + i] - point[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private static double norm(double[] point) {
        return distance(new double[point.length], 0, point);
    }

    /** What JavaScript lacks, far out, near zero and between. */
    @ParameterizedTest
    @EnumSource(names = {"TANH", "SOFTPLUS", "SIGMOID", "LOGCOSH", "ERF"})
    void functionsAreThoseOfJava(ElementaryFunction function) {
        open(VALLEY);
        for (double x : new double[] {1e-9, 1e-3, 0.3, 0.79, 0.81, 0.99, 1.5, 2.9, 5.9, 6.1, 30, 700, 1e5, 0}) {
            for (double sign : new double[] {1, -1}) {
                double expected = function.value(sign * x);
                assertThat(value("selfstabSimulation.F." + function.functionName() + "(" + sign * x + ")"))
                        .as("%s(%s)", function, sign * x)
                        .isCloseTo(expected, within(4e-15 * Math.abs(expected)));
            }
        }
        assertThat(value("selfstabSimulation.F." + function.functionName() + "(NaN)"))
                .isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 1, 7.5, 90, 2000})
    void periodsAreThoseOfJava(double energy) {
        open(VALLEY);
        double expected = new ReducedLevel<>(new Binary64(energy)).period().getReal();
        assertThat(value("selfstabSimulation.period(" + energy + ")")).isCloseTo(expected, within(1e-10 * expected));
    }

    private static double value(String expression) {
        return Double.parseDouble(String.valueOf(browser.executeScript("return String(" + expression + ")")));
    }

    @Test
    void saysWhyARunEndsEarlyAndWhatDoesNotApply() {
        open(PROBLEMS + "nanstart.toml");
        assertThat(told("{}", "run.end"))
                .startsWith("gradient descent left the domain of the loss at step 7: the loss is not finite");
        assertThat(told("{start: {y: -1}}", "run.end"))
                .contains("step 0", "the loss is not finite at theta = (0.5, -1)");
        assertThat(told("{start: {y: NaN}}", "run.end"))
                .isEqualTo("no run: a parameter or a start has no finite value");
        assertThat(told("{parameters: {eta: -1}}", "run.end")).isEqualTo("no run: eta is not a positive number");
        assertThat(told("{parameters: {eta: 1e300}}", "run.end")).isNotEqualTo("null");
        assertThat(told("{atEdge: false, parameters: {eta: 0.001}}", "run.end"))
                .contains("the edge of stability was not reached in");

        open(PROBLEMS + "one.toml");
        assertThat(told("{}", "run.end"))
                .contains("was not reached in 200 steps: the largest sharpness seen is 1.92241 at step 2");
        assertThat(told("{parameters: {eta: 1.2}}", "run.steps")).isEqualTo("0");

        open("examples/scalar-product.toml");
        assertThat(text(".warnings")).contains("No progressive sharpening", "does not apply");
        assertThat(text(".readout")).contains("undefined");
    }

    // What a reader does.

    private static String text(String selector) {
        awaitEnd();
        return browser.findElement(By.cssSelector("#panel " + selector)).getText();
    }

    /** Until the run shown is over. */
    private static void awaitEnd() {
        new WebDriverWait(browser, Duration.ofSeconds(30))
                .until(
                        b -> Boolean.TRUE.equals(
                                browser.executeAsyncScript(
                                        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() =>"
                                                + " done(!document.querySelector('#panel .end').textContent.match(/^($|computing)/))));")));
    }

    private static WebElement field(String name) {
        return browser.findElement(By.cssSelector("#panel input[aria-label='" + name + ", as a number']"));
    }

    private static void type(String name, String value) {
        field(name).sendKeys(Keys.chord(Keys.CONTROL, "a"), value, Keys.ENTER);
    }

    @Test
    void slidersFieldsAndButtonsChangeTheRun() {
        open(VALLEY);
        assertThat(text(".readout")).contains("C₁\n13.4032 at t = 101");
        assertThat(text("code")).isEqualTo("selfstab verify examples/sharp-valley.toml");
        type("zeta", "1/2");
        assertThat(text(".readout")).contains("4.28");
        assertThat(text("code")).isEqualTo("selfstab verify examples/sharp-valley.toml --set zeta=0.5");

        WebElement eta = browser.findElement(By.id("panel-parameters-0"));
        eta.sendKeys(Keys.ARROW_RIGHT);
        assertThat(text(".end")).startsWith("Reached the horizon");
        double moved = Double.parseDouble(field("eta").getAttribute("value"));
        assertThat(moved).isGreaterThan(0.3).isLessThan(0.31);
        assertThat(Double.parseDouble(field("y").getAttribute("value"))).isCloseTo(2 / moved, within(1e-6));

        type("x", "0.09");
        assertThat(text(".note"))
                .contains("--set eta=" + moved, "--set zeta=0.5", "with x = \"0.09\" in the file's [start]");
        type("steps T", "50");
        assertThat(text(".end")).isEqualTo("Reached the horizon of 50 steps.");

        browser.findElement(By.cssSelector("#panel .reset")).click();
        assertThat(text(".readout")).contains("C₁\n13.4032 at t = 101");
        assertThat(field("x").getAttribute("value")).startsWith("0.0707106");
        assertThat(browser.findElement(By.cssSelector("#panel .reset")).isEnabled())
                .isFalse();
    }

    @Test
    void whatIsNoNumberIsMarkedAndChangesNothing() {
        open(VALLEY);
        type("zeta", "many");
        assertThat(field("zeta").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(text(".readout")).contains("13.4032");
        type("zeta", "0");
        assertThat(field("zeta").getAttribute("aria-invalid")).isNotEqualTo("true");
        assertThat(text("code")).endsWith("--set zeta=0");
        type("steps T", "-3");
        assertThat(field("steps T").getAttribute("aria-invalid")).isEqualTo("true");
    }

    @Test
    void titlesAndNamesAreOnlyText() {
        open(PROBLEMS + "keywords.toml");
        assertThat(browser.getTitle()).isEqualTo("</script><script>alert(1)</script> \"quotes\" ' & <b>");
        assertThat(text(".controls")).contains("enum", "return", "new", "function");
        assertThat(text(".end")).startsWith("Reached the horizon");
        type("enum", "1/4");
        assertThat(text("code")).endsWith("--set enum=0.25");
        assertThat(browser.findElements(By.cssSelector("img"))).isEmpty();
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void asksNoNetworkForAnything() {
        browser.manage().logs().get(LogType.PERFORMANCE);
        open(VALLEY);
        awaitEnd();
        assertThat(browser.manage().logs().get(LogType.PERFORMANCE).getAll())
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> message.contains("Network.requestWillBeSent\""))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).containsAnyOf("file://", "data:"));
    }

    @Test
    void everyDrawingTellsEvenFromOddSteps() {
        open(VALLEY);
        awaitEnd();
        assertThat((List<?>) browser.executeScript("""
                        const style = getComputedStyle(document.documentElement);
                        const inks = ["blue", "vermillion"].map(ink => style.getPropertyValue(`--ink-${ink}`).trim().slice(1))
                          .map(hex => [0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16)));
                        return Array.from(document.querySelectorAll("#panel canvas"), canvas => {
                          const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                          return inks.every(ink => data.some((_, i) => i % 4 === 0 && ink.every((part, k) => data[i + k] === part)));
                        });
                        """)).hasToString("[true, true, true, true]");
    }

    @Test
    void fitsAPhone() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        try {
            open("examples/tanh-network.toml");
            awaitEnd();
            assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            assertThat((List<?>) browser.executeScript(
                            "return Array.from(document.querySelectorAll('#panel canvas'), c => c.clientWidth)"))
                    .hasSize(4)
                    .allSatisfy(width -> assertThat((Long) width).isGreaterThan(140));
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void inAReportItIsClosedUntilItIsOpenedAndNotPrinted() {
        run("verify", VALLEY, "--set", "zeta=1/2", "--horizon", "60", "--out", folder.toString(), "--quiet");
        browser.manage().logs().get(LogType.BROWSER);
        browser.get(folder.resolve("sharp-valley/report.html").toUri().toString());
        WebElement panel = browser.findElement(By.id("panel"));
        assertThat(panel.findElements(By.cssSelector("canvas"))).isEmpty();
        panel.findElement(By.tagName("summary")).click();
        assertThat(text(".end")).isEqualTo("Reached the horizon of 60 steps.");
        assertThat(text("code")).isEqualTo("selfstab verify examples/sharp-valley.toml --set zeta=1/2 --horizon 60");
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(panel.isDisplayed()).isFalse();
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    /** Alone on its page it is what there is to print. */
    @Test
    void onItsOwnPageItIsPrintedWithoutControls() {
        open(VALLEY, "--horizon", "60");
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        try {
            assertThat(browser.findElements(By.cssSelector("#panel canvas, #panel .readout")))
                    .hasSize(5)
                    .allMatch(WebElement::isDisplayed);
            assertThat(browser.findElements(By.cssSelector("#panel input, #panel button")))
                    .isNotEmpty()
                    .noneMatch(WebElement::isDisplayed);
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
    }

    /** No assertion on time: the figure is reported, and was far below the 16.7 ms of a frame. */
    @Test
    void howLongAFrameTakes(TestReporter reporter) {
        open(VALLEY, "--set", "epsilon=1/1000", "--horizon", "1000");
        assertThat(text(".end")).isEqualTo("Reached the horizon of 1000 steps.");
        browser.executeScript("selfstabPanel.frameTime(30)");
        Object milliseconds = browser.executeScript("return selfstabPanel.frameTime(60)");
        reporter.publishEntry("milliseconds of a frame of 1000 steps", String.valueOf(milliseconds));
        assertThat(((Number) milliseconds).doubleValue()).isPositive();
    }
}
