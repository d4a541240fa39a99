package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.selfstab.cli.Main;

/** Reports in a real browser: they load without errors and without a network, show their figures, and their controls work. */
@Tag("browser")
class ReportInBrowserTest {

    static final List<String> FIGURES = List.of(
            "loss",
            "sharpness",
            "x",
            "y",
            "deviation",
            "phase-portrait",
            "landscape",
            "central-flow-variance",
            "central-flow-loss");

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void writeReports() throws IOException {
        browser = Browser.start(folder.resolve("profile"));
        run(
                "bifurcation",
                "examples/cycles/double-well.toml",
                "--range",
                "1/2:7/5",
                "--columns",
                "0",
                "--periods",
                "2",
                "--out",
                out());
        run("verify", "examples/sharp-valley.toml", "examples/generated/eigengap.toml", "--out", out());
        run("test", "examples/sharp-valley.toml", "examples/scalar-product.toml", "--out", out() + "/claims");
        run("family", "examples/sharp-valley.toml", "--set", "zeta=1/2", "--out", out());
        run("ode", "examples/sharp-valley.toml", "--set", "zeta=0", "--out", out() + "/ode");
        run(
                "sweep",
                "examples/sharp-valley.toml",
                "--grid",
                "zeta=1/2:5/4:3",
                "--grid",
                "epsilon=1e-3:1e-2:3:log",
                "--claim",
                "sharpness.constant",
                "--quantity",
                "sharpness.constant",
                "--out",
                out());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static String out() {
        return folder.resolve("out").toString();
    }

    private static void run(String... arguments) {
        StringWriter err = new StringWriter();
        String[] quiet = Arrays.copyOf(arguments, arguments.length + 1);
        quiet[arguments.length] = "--quiet";
        int status = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), quiet);
        assertThat(status).as(err.toString()).isNotEqualTo(2).isNotEqualTo(70);
    }

    private static void open(String page) {
        browser.get(folder.resolve("out").resolve(page).toUri().toString());
    }

    @Test
    void everyPageLoadsWithoutErrorsAndWithoutANetwork() {
        for (String page : List.of(
                "index.html",
                "sharp-valley/report.html",
                "eigengap/report.html",
                "sharp-valley/family.html",
                "ode/sharp-valley/ode.html",
                "sharp-valley/sweep.html",
                "claims/index.html")) {
            browser.manage().logs().get(LogType.BROWSER);
            browser.manage().logs().get(LogType.PERFORMANCE);
            open(page);
            assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                    .as(page)
                    .isEmpty();
            assertThat(browser.manage().logs().get(LogType.PERFORMANCE).getAll())
                    .as(page)
                    .extracting(LogEntry::getMessage)
                    .filteredOn(message -> message.contains("Network.requestWillBeSent\""))
                    .allSatisfy(message -> assertThat(message).containsAnyOf("file://", "data:"));
        }
    }

    @Test
    void allFiguresAreThere() {
        open("sharp-valley/report.html");
        for (String figure : FIGURES) {
            WebElement svg = browser.findElement(By.cssSelector("#" + figure + " svg"));
            assertThat(svg.getRect().getWidth()).as(figure).isGreaterThan(300);
            assertThat(svg.getRect().getHeight()).as(figure).isGreaterThan(150);
            assertThat(svg.findElements(By.cssSelector("path"))).as(figure).hasSizeGreaterThan(5);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
        }
        open("sharp-valley/family.html");
        assertThat(browser.findElements(By.cssSelector("figure svg"))).hasSize(5);
    }

    @Test
    void theSliderMovesTheMarksAndTheNumbers() {
        open("sharp-valley/report.html");
        WebElement slider = browser.findElement(By.id("step"));
        String before = mark("loss");
        String numbers = browser.findElement(By.id("readout")).getText();
        slider.sendKeys(Keys.END);
        assertThat(browser.findElement(By.id("step-shown")).getText()).isEqualTo("166");
        assertThat(mark("loss")).isNotEqualTo(before);
        assertThat(browser.findElement(By.id("readout")).getText()).isNotEqualTo(numbers);
        slider.sendKeys(Keys.ARROW_LEFT);
        assertThat(browser.findElement(By.id("step-shown")).getText()).isEqualTo("165");
    }

    private static String mark(String figure) {
        return browser.findElement(By.cssSelector("#" + figure + " .follower")).getAttribute("cx");
    }

    @Test
    void hoveringTellsTheValuesOfTheNearestStep() {
        open("sharp-valley/report.html");
        WebElement svg = browser.findElement(By.cssSelector("#sharpness svg"));
        new Actions(browser).scrollToElement(svg).moveToElement(svg, 40, 0).perform();
        String told = browser.findElement(By.cssSelector("#sharpness .tip")).getText();
        assertThat(told).contains("t = ").contains("S(θ) = ");
        assertThat(told)
                .contains("t = " + browser.findElement(By.id("step-shown")).getText());
    }

    @Test
    void hoveringOverAHeatMapTellsTheNearestPoint() {
        open("sharp-valley/sweep.html");
        WebElement svg = browser.findElement(By.cssSelector("#sweep-sharpness-constant svg"));
        new Actions(browser).scrollToElement(svg).moveToElement(svg, -20, 0).perform();
        assertThat(browser.findElement(By.cssSelector("#sweep-sharpness-constant .tip"))
                        .getText())
                .contains("point = 4", "zeta = 0.875", "epsilon = 0.00316227766017", "sharpness.constant = ");
        WebElement slider = browser.findElement(By.id("step"));
        slider.sendKeys(Keys.END);
        assertThat(browser.findElement(By.id("step-shown")).getText()).isEqualTo("8");
        assertThat(browser.findElement(By.id("readout")).getText())
                .contains("zeta 1.25", "claim sharpness.constant fails");
        new Select(browser.findElement(By.cssSelector(".status"))).selectByVisibleText("FAILS");
        assertThat(shownRows()).isBetween(1, 8);
    }

    @Test
    void claimsAreFilteredByWordsAndStatus() {
        open("claims/index.html");
        int all = shownRows();
        browser.findElement(By.cssSelector(".words")).sendKeys("coupling");
        assertThat(shownRows()).isBetween(1, all - 1);
        browser.findElement(By.cssSelector(".words")).clear();
        browser.findElement(By.cssSelector(".words")).sendKeys("no such claim");
        assertThat(shownRows()).isZero();
        browser.findElement(By.cssSelector(".words")).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        new Select(browser.findElement(By.cssSelector(".status"))).selectByVisibleText("pass");
        assertThat(shownRows()).isEqualTo(all);
        browser.findElement(By.linkText("examples/sharp-valley.toml")).click();
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Sharp valley, codimension one");
    }

    private static int shownRows() {
        return (int) browser.findElements(By.cssSelector("table.filtered tbody tr:not(.remark)")).stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    @Test
    void onATelephoneOnlyWhatIsWideScrollsAndSaysSo() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        try {
            for (String page : List.of("sharp-valley/report.html", "sharp-valley/family.html")) {
                open(page);
                assertThat(pixels("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
                // Labels are drawn 12 pixels high in figures of 720: at 600 they are 10.
                assertThat(pixels("document.querySelector('figure svg').getBoundingClientRect().width"))
                        .isGreaterThanOrEqualTo(600);
                assertThat(browser.findElements(By.cssSelector(".scroll.wide"))).hasSizeGreaterThan(3);
            }
            open("double-well/bifurcation.html");
            assertThat(browser.findElements(By.cssSelector(".scroll.wide table")))
                    .isNotEmpty();
            assertThat(pixels("Math.max(...[...document.querySelectorAll('tr')]"
                            + ".map(row => row.getBoundingClientRect().height))"))
                    .as("a table that scrolls has room for its words")
                    .isLessThan(100);
            open("sharp-valley/report.html");
            assertThat(pixels("document.getElementById('readout').getBoundingClientRect().height"))
                    .isLessThan(40);
            assertThat(pixels("Math.max(...[...document.querySelectorAll('tr.head div, tr.remark div')]"
                            + ".map(line => line.getBoundingClientRect().right))"))
                    .as("what stands over all columns is read without scrolling")
                    .isLessThanOrEqualTo(390);
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
        open("sharp-valley/report.html");
        assertThat(browser.findElements(By.cssSelector("figure .scroll.wide"))).isEmpty();
    }

    /** Paper between the margins of 13 mm is at least 695 by 955 pixels, of 1/96 inch: A4 is the narrower, Letter the shorter. */
    @Test
    void onPaperThereAreNoControlsAndTheFirstPageIsFull() {
        open("sharp-valley/report.html");
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 695, "height", 955, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        try {
            assertThat(browser.findElements(By.cssSelector("input, select, button, .scripted")))
                    .noneMatch(WebElement::isDisplayed);
            assertThat(pixels("document.querySelectorAll('figure')[2].getBoundingClientRect().bottom"))
                    .isBetween(0.8 * 955, 955.0);
            assertThat(pixels(
                            "document.querySelector('figure svg').getBoundingClientRect().height * 72 / 96 * 12 / 420"))
                    .as("points of a label")
                    .isGreaterThan(4.9);
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    private static double pixels(String expression) {
        return ((Number) browser.executeScript("return " + expression)).doubleValue();
    }

    @Test
    void darkPaperIsDark() {
        open("sharp-valley/report.html");
        String light = background();
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        assertThat(background()).isNotEqualTo(light).isEqualTo("rgba(21, 25, 30, 1)");
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "light"))));
    }

    private static String background() {
        return browser.findElement(By.tagName("body")).getCssValue("background-color");
    }

    @Test
    void withoutScriptsFiguresAndTablesAreShownAndControlsAreNot() throws IOException {
        ChromeDriver plain = Browser.withoutScripts(folder.resolve("plain"));
        try {
            plain.get(folder.resolve("out/sharp-valley/report.html").toUri().toString());
            assertThat(plain.findElements(By.cssSelector("figure svg"))).hasSize(FIGURES.size());
            assertThat(plain.findElement(By.cssSelector("section.table")).isDisplayed())
                    .isTrue();
            assertThat(plain.findElement(By.id("stepper")).isDisplayed()).isFalse();
        } finally {
            plain.quit();
        }
    }
}
