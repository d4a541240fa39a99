package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.selfstab.document.Document;
import org.selfstab.document.HtmlView;
import org.selfstab.document.Template;

/** A page of a file that loads itself again when there is a new report, says when there is none, and stays where it was scrolled to. */
@Tag("browser")
class LivePageInBrowserTest {

    @TempDir
    private Path folder;

    private void writeReport(String title) throws IOException {
        Document.Builder document = new Document.Builder(title, "a summary");
        for (int i = 0; i < 300; i++) {
            document.fact("fact " + i, "one more");
        }
        Files.writeString(
                folder.resolve(ReportFolder.REPORT),
                Template.fill(HtmlView.of(document.restingOn("nothing"), List.of())));
    }

    @Test
    void keepsItselfUpToDate() throws IOException {
        LivePage page = new LivePage(folder);
        page.begin();
        ChromeDriver browser = Browser.start(folder.resolve("profile"));
        try {
            WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(30));
            browser.get(page.page().toUri().toString());
            assertThat(browser.findElement(By.tagName("body")).getText()).contains("There is no report yet");

            writeReport("First");
            page.show(1);
            wait.until(shown -> "First".equals(browser.getTitle()));

            browser.executeScript("window.scrollTo(0, 1500)");
            page.tellRunning();
            wait.until(shown -> browser.findElement(By.id("live")).getText().startsWith("Running"));
            page.tellFailed("x.toml:1:2: </script> is \"wrong\" <b>; mend it");
            wait.until(shown ->
                    browser.findElement(By.id("live")).getText().contains("</script> is \"wrong\" <b>; mend it"));
            assertThat(browser.getTitle()).isEqualTo("First");
            assertThat(browser.executeScript("return document.elementFromPoint(40, 10).closest('#live')"))
                    .as("what covers the top, where reports have their slider")
                    .isNull();

            writeReport("Second");
            page.show(2);
            wait.until(shown -> "Second".equals(browser.getTitle()));
            wait.until(shown -> ((Number) browser.executeScript("return window.scrollY")).doubleValue() > 1000);
            assertThat(browser.findElement(By.id("live")).isDisplayed()).isFalse();
        } finally {
            browser.quit();
        }
    }
}
