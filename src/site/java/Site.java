import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes the site of the pages in Markdown: menu, search, typeset formulas, a gallery of the examples with the pictures that the program draws of them, and
 * the reference of the library. Nothing of it needs a network. It ends with a failure if a link of any page leads nowhere.
 * Arguments: the folder of the site, the folder of the reference, and the version. Run by {@code mvn site}, from the root of the repository.
 */
public final class Site {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private static final String MARKDOWN = "src/site/markdown/";
    private static final String SCHEMAS = "src/main/resources/org/selfstab/report";

    /** The menu: a heading, then its pages. */
    private static final Map<String, List<String>> MENU = menu();

    /** What pages are called in the menu, where their own titles are too long for it. */
    private static final Map<String, String> SHORT = Map.of(
            "README.md",
            "Overview",
            page("tutorial"),
            "Tutorial",
            page("expectations"),
            "Assertions in problem files",
            page("reduced-ode"),
            "Reduced equation, central flow",
            page("sweeps"),
            "Sweeps",
            "theory/theory.md",
            "The theory",
            "theory/README.md",
            "Statement files",
            page("statements"),
            "Statements and their proofs",
            page("latex"),
            "Tables for a paper",
            page("shell"),
            "Shell");

    /** In these, code that is a formula is typeset; elsewhere names stand for what is typed. */
    private static final Set<String> WITH_FORMULAS = Set.of("theory/theory.md", MARKDOWN + "reduced-ode.md");

    private static Map<String, List<String>> menu() {
        Map<String, List<String>> menu = new LinkedHashMap<>();
        menu.put("Begin", List.of("README.md", page("tutorial"), "gallery", page("problem-files"), page("commands")));
        menu.put(
                "Results",
                pages(
                        "verdicts",
                        "constants",
                        "expectations",
                        "certificates",
                        "coq",
                        "reduced-ode",
                        "drift",
                        "momentum",
                        "adaptive",
                        "large-steps",
                        "unstable",
                        "noise",
                        "sweeps",
                        "generated-problems"));
        menu.put(
                "Theory",
                Stream.concat(
                                Stream.of("theory/theory.md", "theory/README.md"),
                                pages("statements", "examples").stream())
                        .toList());
        menu.put("Outputs and tools", pages("reports", "outputs", "latex", "shell", "python", "api"));
        menu.put("Project", pages("performance", "contributing", "citing", "changelog"));
        return menu;
    }

    private static List<String> pages(String... names) {
        return Stream.of(names).map(Site::page).toList();
    }

    private static String page(String name) {
        return MARKDOWN + name + ".md";
    }

    /** A heading with what stands below it, as the search finds it. */
    private record Section(String title, String page, String url, String text) {}

    private final Path out;
    private final String version;
    private final Mustache template = new DefaultMustacheFactory(path -> {
                try {
                    return Files.newBufferedReader(Path.of("src/site/web").resolve(path));
                } catch (IOException missing) {
                    throw new IllegalStateException(missing);
                }
            })
            .compile("page.mustache");
    private final Map<String, String> titles = new HashMap<>();
    private final Set<String> shownSources = new TreeSet<>();
    private final List<Section> sections = new ArrayList<>();

    /** The site in a folder, of which no page is written yet. */
    Site(Path out, String version) throws IOException {
        this.out = out;
        this.version = version;
        titles.put("gallery", "Gallery");
        for (String source : sources()) {
            titles.put(
                    source, source.equals("README.md") ? "selfstab" : firstHeading(Files.readString(Path.of(source))));
        }
    }

    /** The menu's pages in Markdown. */
    private static List<String> sources() {
        return MENU.values().stream()
                .flatMap(List::stream)
                .filter(source -> source.endsWith(".md"))
                .toList();
    }

    public static void main(String[] arguments) throws IOException {
        Site site = new Site(Path.of(arguments[0]), arguments[2]);
        site.write(Path.of(arguments[1]));
        List<String> dead = new DeadLinks(site.out).find();
        dead.forEach(System.err::println);
        if (!dead.isEmpty()) {
            System.err.println(dead.size() + " links lead nowhere; mend the pages that have them");
            System.exit(1);
        }
        System.out.println("The site is " + site.out.resolve("index.html"));
        System.exit(0);
    }

    private void write(Path reference) throws IOException {
        delete(out);
        requireAll(sources());
        for (String source : sources()) {
            markdown(source);
        }
        new Gallery(this, Path.of("examples"), out).write();
        for (String source : List.copyOf(shownSources)) {
            source(source);
        }
        copy(reference, out.resolve("apidocs"));
        copy(Path.of("src/site/resources"), out);
        copy(Path.of(SCHEMAS), out.resolve("schemas"), ".schema.json");
        copy(Path.of("src/site/web"), out.resolve("web"), ".css", ".js");
        webjar("katex", "dist/katex.min.js", "dist/katex.min.css", "dist/fonts", "LICENSE");
        webjar("lunr", "lunr.min.js", "LICENSE");
        Files.writeString(
                out.resolve("web/sections.js"),
                "window.sections = "
                        + new ObjectMapper()
                                .writeValueAsString(sections.stream()
                                        .map(section -> Map.of(
                                                "title",
                                                section.title(),
                                                "page",
                                                section.page(),
                                                "url",
                                                section.url(),
                                                "text",
                                                section.text()))
                                        .toList())
                        + ";\n");
    }

    private static void requireAll(List<String> listed) throws IOException {
        Set<String> missing = new TreeSet<>(List.of("README.md"));
        for (String folder : List.of("src/site/markdown", "theory")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.map(file -> file.toString().replace('\\', '/'))
                        .filter(file -> file.endsWith(".md"))
                        .forEach(missing::add);
            }
        }
        missing.removeAll(listed);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not in the menu of Site.java: " + missing);
        }
    }

    private static String firstHeading(String text) {
        Matcher heading = Pattern.compile("^# (.+)$", Pattern.MULTILINE).matcher(text);
        return heading.find() ? heading.group(1).replace("`", "") : "";
    }

    /** A page in Markdown. */
    private void markdown(String source) throws IOException {
        String text = Files.readString(Path.of(source)).replaceFirst("^<!--[^\n]*-->\\s*", "");
        if (source.endsWith("/statements.md")) {
            text = Formula.protect(text);
        }
        Node document = PARSER.parse(text);
        String place = placeOf(source);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(relink(source, place, link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                image.setDestination(relink(source, place, image.getDestination()));
            }

            @Override
            public void visit(Code code) {
                Formula.of(code.getLiteral(), WITH_FORMULAS.contains(source)).ifPresent(formula -> {
                    HtmlInline typeset = new HtmlInline();
                    typeset.setLiteral(formula);
                    code.insertAfter(typeset);
                    code.unlink();
                });
            }
        });
        write(place, source, titles.get(source), RENDERER.render(document), "");
    }

    /** Where a file of the repository is in the site; pages of files that are shown as they are end with {@code .html} too. */
    static String placeOf(String source) {
        if (source.equals("README.md")) {
            return "index.html";
        }
        if (source.equals("gallery") || source.equals("examples")) {
            return "gallery.html";
        }
        if (source.startsWith(MARKDOWN)) {
            return source.substring(MARKDOWN.length()).replaceFirst("md$", "html");
        }
        if (source.startsWith(SCHEMAS)) {
            return source.equals(SCHEMAS) ? "outputs.html" : "schemas" + source.substring(SCHEMAS.length());
        }
        if (source.startsWith("src/site/resources/")) {
            return source.substring("src/site/resources/".length());
        }
        return source.endsWith(".md") ? source.replaceFirst("md$", "html") : source + ".html";
    }

    /** Has a file shown as it is, on a page of its own. */
    void show(String source) {
        shownSources.add(source);
    }

    private String relink(String source, String place, String destination) {
        if (destination.matches("[a-z]+:.*|#.*")) {
            return destination;
        }
        int hash = destination.indexOf('#');
        String fragment = hash < 0 ? "" : destination.substring(hash);
        Path target = Path.of(source)
                .resolveSibling(hash < 0 ? destination : destination.substring(0, hash))
                .normalize();
        String file = target.toString().replace('\\', '/');
        if (!Files.exists(target)) {
            throw new IllegalStateException(source + " links to " + file + ", which is not there");
        }
        String at = placeOf(file);
        if (Files.isDirectory(target) ? !file.equals("examples") && !file.equals(SCHEMAS) : at.equals(file + ".html")) {
            shownSources.add(file);
        }
        return upwards(place) + at + fragment;
    }

    /** From a page to the root of the site. */
    private static String upwards(String place) {
        return "../".repeat((int) place.chars().filter(c -> c == '/').count());
    }

    /** A file, or the list of a folder's, as it is. */
    private void source(String source) throws IOException {
        Path file = Path.of(source);
        String place = placeOf(source);
        String body;
        if (Files.isDirectory(file)) {
            StringBuilder list = new StringBuilder();
            try (Stream<Path> files = Files.walk(file)) {
                for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                    String path = each.toString().replace('\\', '/');
                    if (path.contains("/target/")) {
                        continue;
                    }
                    list.append("<li><a href=\"")
                            .append(upwards(place))
                            .append(placeOf(path))
                            .append("\">")
                            .append(escaped(file.relativize(each).toString()))
                            .append("</a></li>");
                    if (shownSources.add(path)) {
                        source(path);
                    }
                }
            }
            body = "<ul>" + list + "</ul>";
        } else if (source.endsWith(".ipynb")) {
            body = notebook(new ObjectMapper().readTree(file.toFile()));
        } else {
            body = "<pre><code>" + escaped(Files.readString(file)) + "</code></pre>";
        }
        write(place, source, source, "<h1>" + escaped(source) + "</h1>" + body, "");
    }

    /** A notebook's cells, its texts as Markdown. */
    private static String notebook(JsonNode notebook) {
        StringBuilder cells = new StringBuilder();
        for (JsonNode cell : notebook.path("cells")) {
            JsonNode source = cell.path("source");
            StringBuilder text = new StringBuilder(source.isTextual() ? source.asText() : "");
            source.forEach(line -> text.append(line.asText()));
            cells.append(
                    cell.path("cell_type").asText().equals("markdown")
                            ? RENDERER.render(PARSER.parse(text.toString()))
                            : "<pre><code>" + escaped(text.toString()) + "</code></pre>");
        }
        return cells.toString();
    }

    void write(String place, String source, String title, String body, String kind) throws IOException {
        String html = body.replace("<table>", "<div class=\"table\"><table>").replace("</table>", "</table></div>");
        Map<String, Object> view = new HashMap<>();
        view.put("root", upwards(place));
        view.put("title", title.equals("selfstab") ? title : title + " - selfstab");
        view.put("version", version);
        view.put("body", html);
        view.put("kind", kind);
        view.put("formulas", html.contains("data-latex"));
        List<Map<String, String>> contents = contents(html);
        view.put("contents", contents);
        view.put("hasContents", contents.size() > 1);
        view.put(
                "menu",
                MENU.entrySet().stream()
                        .map(group -> Map.of(
                                "heading",
                                group.getKey(),
                                "pages",
                                group.getValue().stream()
                                        .map(page -> Map.of(
                                                "url",
                                                upwards(place) + placeOf(page),
                                                "name",
                                                SHORT.getOrDefault(page, titles.get(page)),
                                                "current",
                                                page.equals(source) ? "page" : "false"))
                                        .toList()))
                        .toList());
        Path file = out.resolve(place);
        Files.createDirectories(file.getParent());
        StringWriter written = new StringWriter();
        template.execute(written, view);
        Files.writeString(file, written.toString());
        if (source.endsWith(".md") || source.equals("gallery")) {
            index(place, title, html);
        }
    }

    private static final Pattern HEADING =
            Pattern.compile("<h([1-3])(?: id=\"([^\"]+)\")?>(.*?)</h\\1>", Pattern.DOTALL);

    private static List<Map<String, String>> contents(String html) {
        return HEADING.matcher(html)
                .results()
                .filter(heading -> heading.group(1).equals("2") && heading.group(2) != null)
                .map(heading -> Map.of("id", heading.group(2), "name", text(heading.group(3))))
                .toList();
    }

    /** Takes a page's sections into the search. */
    private void index(String place, String page, String html) {
        Matcher heading = HEADING.matcher(html);
        String title = page;
        String id = "";
        int begin = 0;
        while (heading.find()) {
            add(title, page, place + id, html.substring(begin, heading.start()));
            title = text(heading.group(3));
            id = heading.group(2) == null || heading.group(1).equals("1") ? "" : "#" + heading.group(2);
            begin = heading.end();
        }
        add(title, page, place + id, html.substring(begin));
    }

    private void add(String title, String page, String url, String html) {
        String text = text(html);
        if (!text.isBlank()) {
            sections.add(new Section(title, page, url, text));
        }
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Copies the files of a folder, with those below, that have one of the endings; all if none is given. */
    private static void copy(Path from, Path to, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (endings.length == 0 || Stream.of(endings).anyMatch(file.toString()::endsWith)) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        }
    }

    /** Copies files and folders of a library for browsers, of whatever version is on the class path. */
    private void webjar(String name, String... paths) throws IOException {
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            if (entry.replace('\\', '/').matches(".*/org/webjars/npm/" + name + "/.*\\.jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(Path.of(entry))) {
                    Path versions = jar.getPath("META-INF/resources/webjars", name);
                    try (Stream<Path> found = Files.list(versions)) {
                        Path root = found.findFirst().orElseThrow();
                        for (String path : paths) {
                            Path from = root.resolve(path);
                            String into = "web/" + name + "/" + path.replaceFirst("^dist/", "");
                            if (Files.isDirectory(from)) {
                                copy(from, out.resolve(into), ".woff2");
                            } else {
                                Files.createDirectories(out.resolve(into).getParent());
                                Files.write(out.resolve(into), Files.readAllBytes(from));
                            }
                        }
                    }
                }
                return;
            }
        }
        throw new IllegalStateException("no library " + name + " on the class path");
    }
}
