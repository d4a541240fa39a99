import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.selfstab.cli.Main;

/** The examples, each with the picture and the report of its run. */
final class Gallery {

    private final Site site;
    private final Path out;

    /** The gallery of a site in a folder. */
    Gallery(Site site, Path out) {
        this.site = site;
        this.out = out;
    }

    private static final Map<String, String> FOLDERS = Map.of(
            "",
            "Basic problems",
            "valleys",
            "Valleys",
            "products",
            "Products",
            "networks",
            "Networks",
            "cycles",
            "Two-cycles",
            "generated",
            "Generated problems",
            "proof-companion",
            "Claims of a proof companion");

    void write() throws IOException {
        Map<String, List<Path>> groups = new TreeMap<>();
        Path examples = Path.of("examples");
        try (Stream<Path> files = Files.walk(examples)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".toml"))
                    .sorted()
                    .toList()) {
                if (isStatement(file)) {
                    continue;
                }
                String folder = Optional.ofNullable(examples.relativize(file).getParent())
                        .map(Path::toString)
                        .orElse("");
                groups.computeIfAbsent(
                                FOLDERS.getOrDefault(folder.split("[/\\\\]", -1)[0], folder), name -> new ArrayList<>())
                        .add(file);
            }
        }
        run(groups.values().stream().flatMap(List::stream).map(Path::toString).toList());
        StringBuilder body = new StringBuilder(
                "<h1>Gallery</h1><p>Every example with the sharpness of its run: dots are exact gradient descent, the line is the theory's"
                        + " prediction. A picture leads to the whole report, which the program wrote.</p>");
        for (Map.Entry<String, List<Path>> group : groups.entrySet()) {
            String name = group.getKey();
            body.append("<h2 id=\"")
                    .append(name.toLowerCase().replace(' ', '-'))
                    .append("\">")
                    .append(name)
                    .append("</h2><div class=\"gallery\">");
            for (Path file : group.getValue()) {
                body.append(card(file.toString().replace('\\', '/')));
            }
            body.append("</div>");
        }
        site.write("gallery.html", "gallery", "Gallery", body.toString(), "wide");
    }

    /** Statements, which only theories and proof companions have, are of no run. */
    private static boolean isStatement(Path file) throws IOException {
        return Files.readAllLines(file).stream().anyMatch(line -> line.matches("id\\s*=.*"));
    }

    private void run(List<String> files) {
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("verify"));
        arguments.addAll(files);
        arguments.addAll(List.of("--quiet", "--out", out.resolve("gallery").toString()));
        int status =
                Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments.toArray(String[]::new));
        if (status > 3 || status == 2) {
            throw new IllegalStateException("verify ended with status " + status + ": " + err);
        }
    }

    /** Data for other programs is left out. */
    private static void keepWhatIsShown(Path folder) throws IOException {
        Site.delete(folder.resolve("pgfplots"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(?:csv|json)"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private String card(String file) throws IOException {
        String name = Path.of(file).getFileName().toString().replaceFirst("\\.toml$", "");
        Path folder = out.resolve("gallery").resolve(name);
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
        String picture = Stream.of("sharpness", "x", "loss")
                .filter(figure -> Files.exists(folder.resolve("figures/" + figure + ".svg")))
                .findFirst()
                .map(figure -> "<img loading=\"lazy\" alt=\"" + figure + "\" src=\"gallery/" + name + "/figures/"
                        + figure + ".svg\">")
                .orElse("<span class=\"none\">no run to draw</span>");
        keepWhatIsShown(folder);
        site.show(file);
        return "<article><a href=\"gallery/" + name + "/report.html\">" + picture + "</a><h3>"
                + Site.escaped(summary.path("title").asText()) + "</h3><p>"
                + Site.escaped(summary.path("summary").asText()) + "</p><p><a href=\"gallery/" + name
                + "/report.html\">report</a> <a href=\"" + Site.placeOf(file) + "\">problem file</a></p></article>";
    }
}
