package org.selfstab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.selfstab.cli.Main;

/** The pages as a browser shows them; skipped where Chromium and its driver are missing. */
@Tag("browser")
class ReportInBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: no " + CHROMIUM + " and " + DRIVER + "; install the packages chromium and chromium-driver");
        Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                "verify",
                "examples/sharp-valley.toml",
                "examples/scalar-product.toml",
                "--quiet",
                "--out",
                folder.toString());
        browser = started(Map.of());
    }

    private static ChromeDriver started(Map<String, Object> preferences) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile-" + preferences.size()));
        options.setExperimentalOption("prefs", preferences);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(2));
        driver.manage().window().setSize(new Dimension(1300, 1000));
        return driver;
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static void show(String page) {
        browser.get(folder.resolve(page).toUri().toString());
    }

    @Test
    void thePageLoadsWithoutErrorsAndAsksForNothing() {
        browser.manage().logs().get(LogType.BROWSER);
        browser.manage().logs().get(LogType.PERFORMANCE);
        show("sharp-valley/report.html");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat(browser.manage().logs().get(LogType.PERFORMANCE).getAll())
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> message.contains("Network.requestWillBeSent\""))
                .isNotEmpty()
                .allMatch(message -> message.contains("report.html") || message.contains("data:,"));
    }

    @Test
    void everyFigureIsThere() {
        show("sharp-valley/report.html");
        List<WebElement> figures = browser.findElements(By.cssSelector("figure svg"));
        assertThat(figures).hasSize(9).allSatisfy(svg -> {
            assertThat(svg.getSize().getWidth()).isGreaterThan(300);
            assertThat(svg.getSize().getHeight()).isGreaterThan(150);
            assertThat(svg.getDomAttribute("role")).isEqualTo("img");
        });
    }

    @Test
    void theSliderMovesMarkersAndNumbers() {
        show("sharp-valley/report.html");
        WebElement slider = browser.findElement(By.id("step"));
        String before = markers();
        String x = numbers();
        for (int i = 0; i < 5; i++) {
            slider.sendKeys(Keys.ARROW_RIGHT);
        }
        assertThat(browser.findElement(By.id("step-shown")).getText()).isEqualTo("5");
        assertThat(markers()).isNotEqualTo(before);
        assertThat(numbers()).isNotEqualTo(x);
        slider.sendKeys(Keys.END);
        assertThat(browser.findElement(By.id("step-shown")).getText()).isEqualTo("166");
    }

    private static String markers() {
        return (String) browser.executeScript("return Array.from(document.querySelectorAll('circle.follower'))"
                + ".map(c => c.getAttribute('cx') + ',' + c.getAttribute('cy')).join(';')");
    }

    private static String numbers() {
        return browser.findElement(By.id("readout")).getText();
    }

    @Test
    void thePointerShowsValues() {
        show("sharp-valley/report.html");
        WebElement figure = browser.findElement(By.id("deviation"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", figure);
        new Actions(browser)
                .moveToElement(figure.findElement(By.tagName("svg")))
                .perform();
        assertThat(figure.findElement(By.className("tip")).getText()).contains("t = ", "|v − v*| = ");
        int step = Integer.parseInt(browser.findElement(By.id("step-shown")).getText());
        assertThat(step).isBetween(50, 110);
    }

    @Test
    void itIsDarkWhereDarkIsPreferred() {
        try {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
            show("sharp-valley/report.html");
            assertThat(background()).isEqualTo("rgb(21, 25, 30)");
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        }
        show("sharp-valley/report.html");
        assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    }

    private static Object background() {
        return browser.executeScript("return getComputedStyle(document.querySelector('figure svg path[style]')).fill");
    }

    @Test
    void theIndexFilters() {
        show("index.html");
        long all = shownRows();
        browser.findElement(By.className("words")).sendKeys("sharp valley");
        assertThat(shownRows()).isPositive().isLessThan(all);
        new Select(browser.findElement(By.className("status"))).selectByVisibleText("HOLDS");
        assertThat(shownRows()).isEqualTo(1);
        browser.findElement(By.className("words")).clear();
        browser.findElement(By.className("words")).sendKeys("no problem is called that");
        assertThat(shownRows()).isZero();
        browser.findElement(By.className("words")).clear();
        browser.findElement(By.className("words")).sendKeys("valley");
        browser.findElement(By.linkText("Sharp valley, codimension one")).click();
        assertThat(browser.getTitle()).isEqualTo("Sharp valley, codimension one");
    }

    private static long shownRows() {
        return browser.findElements(By.cssSelector("table.filtered tbody tr")).stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    @Test
    void itCanBeReadWithoutScript() throws IOException {
        ChromeDriver scriptless = started(Map.of("profile.managed_default_content_settings.javascript", 2));
        try {
            scriptless.get(folder.resolve("sharp-valley/report.html").toUri().toString());
            assertThat(scriptless.findElements(By.cssSelector("figure svg")))
                    .hasSize(9)
                    .allMatch(WebElement::isDisplayed);
            assertThat(scriptless.findElements(By.cssSelector("tbody tr"))).hasSizeGreaterThan(15);
            assertThat(scriptless.findElement(By.id("stepper")).isDisplayed()).isFalse();
            assertThat(scriptless.findElements(By.cssSelector(".follower"))).isEmpty();
        } finally {
            scriptless.quit();
        }
    }
}
