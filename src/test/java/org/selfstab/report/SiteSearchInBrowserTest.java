package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mustachejava.DefaultMustacheFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.selfstab.document.Json;

/** The search of the documentation's site, on a page by its template: what is found, in which order, and where it leads. */
@Tag("browser")
class SiteSearchInBrowserTest {

    private static final Path WEB = Path.of("src/site/web");
    private static final String LUNR = "/META-INF/resources/webjars/lunr/2.3.9/lunr.min.js";

    @TempDir
    private Path folder;

    private static Map<String, String> section(String title, String page, String url, String text) {
        return Map.of("title", title, "page", page, "url", url, "text", text);
    }

    private Path site() throws IOException {
        Path web = Files.createDirectories(folder.resolve("web/lunr"));
        try (InputStream lunr = SiteSearchInBrowserTest.class.getResourceAsStream(LUNR)) {
            Files.copy(Objects.requireNonNull(lunr), web.resolve("lunr.min.js"));
        }
        Files.copy(WEB.resolve("site.js"), folder.resolve("web/site.js"));
        Files.writeString(
                folder.resolve("web/sections.js"),
                "window.sections = "
                        + Json.compact(List.of(
                                section(
                                        "Reports",
                                        "Reports",
                                        "reports.html",
                                        "Pages for a reader. The eigengap is shown."),
                                section("Eigengap", "Verdicts", "verdicts.html#gap", "lambda_2 stays below the edge."),
                                section("Sweeps", "Sweeps", "sweeps.html", "Grids of eta <b>and</b> momentum."),
                                section("A driven valley", "Examples", "examples.html#driven", "It passes."),
                                section("A driven pair", "Momentum", "momentum.html#pair", "It oscillates.")))
                        + ";\n");
        Path page = folder.resolve("index.html");
        try (Writer out = Files.newBufferedWriter(page)) {
            new DefaultMustacheFactory(WEB.toFile())
                    .compile("page.mustache")
                    .execute(out, Map.of("title", "Begin", "root", "", "version", "1", "body", "Text"));
        }
        Files.writeString(folder.resolve("verdicts.html"), "<title>Arrived</title>");
        return page;
    }

    @Test
    void findsSectionsAndLeadsToThem() throws IOException {
        ChromeDriver browser = Browser.start(folder.resolve("profile"));
        try {
            browser.get(site().toUri().toString());
            WebElement results = browser.findElement(By.id("results"));
            assertThat(results.isDisplayed()).isFalse();

            browser.findElement(By.tagName("body")).sendKeys("/");
            WebElement input = browser.switchTo().activeElement();
            assertThat(input.getAttribute("id")).isEqualTo("search");

            input.sendKeys("eigeng");
            assertThat(titles(results)).as("titles first").containsExactly("Eigengap · Verdicts", "Reports");
            input.sendKeys("ap reader");
            assertThat(titles(results)).as("all words").containsExactly("Reports");
            input.sendKeys("x");
            assertThat(results.getText()).isEqualTo("No page has all of these words.");

            input.clear();
            input.sendKeys("how to sweep of");
            assertThat(titles(results)).as("words that say nothing").containsExactly("Sweeps");
            input.clear();
            input.sendKeys("driven");
            assertThat(titles(results))
                    .as("lists of results last")
                    .containsExactly("A driven pair · Momentum", "A driven valley · Examples");
            input.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
            assertThat(browser.switchTo().activeElement().getText()).startsWith("A driven valley · Examples");
            browser.switchTo().activeElement().sendKeys(Keys.ARROW_UP, Keys.ARROW_UP);
            assertThat(browser.switchTo().activeElement()).isEqualTo(input);

            input.clear();
            input.sendKeys("MOMENTUM");
            assertThat(results.getText()).as("text as it is").contains("Grids of eta <b>and</b> momentum.");
            input.sendKeys(Keys.ESCAPE);
            assertThat(results.isDisplayed()).isFalse();

            input.clear();
            input.sendKeys("lambda_2", Keys.ENTER);
            assertThat(browser.getTitle()).isEqualTo("Arrived");
            assertThat(browser.getCurrentUrl()).endsWith("verdicts.html#gap");
        } finally {
            browser.quit();
        }
    }

    private static List<String> titles(WebElement results) {
        return results.findElements(By.tagName("b")).stream()
                .map(WebElement::getText)
                .toList();
    }
}
