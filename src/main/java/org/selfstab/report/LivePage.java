package org.selfstab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.selfstab.document.Json;

/**
 * A report that a browser keeps up to date without a server: {@code live.html} is the last good report with a script that looks every second for
 * the state in {@code live.js} beside it. A page of a file may load scripts of files, and nothing else; a page that loads itself again stays where it was
 * scrolled to.
 */
public final class LivePage {

    /** The page's name in a problem's folder. */
    public static final String PAGE = "live.html";

    private static final String STATE = "live.js";
    private static final String SCRIPT = "live-page.js";
    private static final String STRICT = "script-src 'unsafe-inline';";
    /** Scripts beside the page, of a file or, where an editor shows it so, of a server. */
    private static final String RELAXED = "script-src 'unsafe-inline' 'self' file:;";

    private static final String NOTHING_YET = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>selfstab</title>
            <style>:root { color-scheme: light dark; } body { margin: 1.2rem; font: 16px/1.45 system-ui, sans-serif; }</style>
            </head>
            <body>
            <p>There is no report yet.</p>
            </body>
            </html>
            """;

    private final Path folder;

    /** The page of a problem's folder. */
    public LivePage(Path folder) {
        this.folder = folder;
    }

    /** Where it is. */
    public Path page() {
        return folder.resolve(PAGE);
    }

    /**
     * Makes sure that there is something to open.
     *
     * @throws IOException if it cannot be written
     */
    public void begin() throws IOException {
        if (!Files.exists(page())) {
            PendingFile.write(page(), withScript(NOTHING_YET, 0));
        }
    }

    /**
     * Shows the report that lies in the folder; pages that are open load it.
     *
     * @param run a number that no earlier run has, positive
     * @throws IOException if it cannot be read or written
     */
    public void show(long run) throws IOException {
        String report = Files.readString(folder.resolve(ReportFolder.REPORT));
        PendingFile.write(page(), withScript(report.replace(STRICT, RELAXED), run));
        tell(run, "good", "");
    }

    /**
     * Says on pages that are open that the next run has begun.
     *
     * @throws IOException if it cannot be written
     */
    public void tellRunning() throws IOException {
        tell(0, "running", "");
    }

    /**
     * Says on pages that are open why the last run failed; the report stays.
     *
     * @param reason in one line
     * @throws IOException if it cannot be written
     */
    public void tellFailed(String reason) throws IOException {
        tell(0, "failed", reason);
    }

    private void tell(long run, String state, String reason) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("run", run);
        members.put("state", state);
        members.put("reason", reason);
        PendingFile.write(
                folder.resolve(STATE), "selfstabLive(" + Json.compact(members).strip() + ");\n");
    }

    private static String withScript(String page, long run) {
        int end = page.lastIndexOf("</body>");
        return page.substring(0, end) + "<script>\n" + script().replace("SHOWN_RUN", Long.toString(run)) + "</script>\n"
                + page.substring(end);
    }

    private static String script() {
        try (InputStream script = LivePage.class.getResourceAsStream(SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
