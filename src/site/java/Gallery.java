import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.cli.Main;

/** The examples of a folder, each with the picture and the report of its run. */
public final class Gallery {

    private final Site site;
    private final Path examples;
    private final Path out;

    /** The gallery of a site in a folder. */
    Gallery(Site site, Path examples, Path out) {
        this.site = site;
        this.examples = examples;
        this.out = out;
    }

    /** Writes the gallery alone. Arguments: the folder of examples, and that of the site. */
    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[1]);
        new Gallery(new Site(out, ""), Path.of(arguments[0]), out).write();
    }

    /** Headings of folders whose names, with a capital, do not say it. */
    private static final Map<String, String> FOLDERS = Map.of(
            "", "Basic problems",
            "adaptive", "Adaptive optimizers",
            "cycles", "Two-cycles",
            "drift", "Drift of the oscillation",
            "generated", "Generated problems",
            "minima", "Minima that lose stability",
            "noise", "Stochastic gradients",
            "proof-companion", "Claims of a proof companion",
            "unstable", "Several eigenvalues at the edge");

    void write() throws IOException {
        Map<String, List<Path>> groups = new TreeMap<>();
        try (Stream<Path> files = Files.walk(examples)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".toml"))
                    .sorted()
                    .toList()) {
                if (isStatement(file)) {
                    continue;
                }
                groups.computeIfAbsent(heading(folderOf(file)), name -> new ArrayList<>())
                        .add(file);
            }
        }
        Map<Path, List<String>> folders = groups.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        this::folderOf, TreeMap::new, Collectors.mapping(Path::toString, Collectors.toList())));
        folders.forEach((folder, files) -> run("verify", folder, files));
        StringBuilder body = new StringBuilder(
                "<h1>Gallery</h1><p>Every example with the sharpness of its run: dots are exact gradient descent, the line is the theory's"
                        + " prediction. Where gradient descent does not come to the edge, it is drawn alone (explore). A picture leads to the whole report,"
                        + " which the program wrote.</p>");
        for (Map.Entry<String, List<Path>> group : groups.entrySet()) {
            String name = group.getKey();
            body.append("<h2 id=\"")
                    .append(name.toLowerCase(Locale.ROOT).replace(' ', '-'))
                    .append("\">")
                    .append(name)
                    .append("</h2><div class=\"gallery\">");
            for (Path file : group.getValue()) {
                body.append(card(file));
            }
            body.append("</div>");
        }
        site.write("gallery.html", "gallery", "Gallery", body.toString(), "wide");
    }

    /** Where an example is among the examples, and its run in the gallery: files in two folders may have one name. */
    private Path folderOf(Path file) {
        return Optional.ofNullable(examples.relativize(file).getParent()).orElse(Path.of(""));
    }

    private static String heading(Path folder) {
        String first = folder.getName(0).toString();
        String known = FOLDERS.get(first);
        return known != null ? known : first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1);
    }

    /** Statements, which only theories and proof companions have, are of no run. */
    private static boolean isStatement(Path file) throws IOException {
        return Files.readAllLines(file).stream().anyMatch(line -> line.matches("id\\s*=.*"));
    }

    private void run(String command, Path folder, List<String> files) {
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(files);
        arguments.addAll(List.of(
                "--quiet", "--out", out.resolve("gallery").resolve(folder).toString()));
        int status =
                Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments.toArray(String[]::new));
        if (status > 3 || status == 2) {
            throw new IllegalStateException(command + " ended with status " + status + ": " + err);
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

    private String card(Path example) throws IOException {
        String file = example.toString().replace('\\', '/');
        String place =
                examples.relativize(example).toString().replace('\\', '/').replaceFirst("\\.toml$", "");
        Path folder = out.resolve("gallery").resolve(place);
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
        Optional<String> ofRun = picture(folder, "sharpness");
        if (ofRun.isEmpty()) {
            run("explore", folderOf(example), List.of(file));
        }
        String picture = ofRun.or(() -> picture(folder, "sharpness-along-descent"))
                .map(figure -> "<img loading=\"lazy\" alt=\"Sharpness\" src=\"gallery/" + place + "/" + figure + "\">")
                .orElse("<span class=\"none\">nothing to draw</span>");
        keepWhatIsShown(folder);
        site.show(file);
        String report = "<a href=\"gallery/" + place + (ofRun.isEmpty() ? "/explore.html" : "/report.html") + "\">";
        return "<article>" + report + picture + "</a><h3>"
                + Site.escaped(summary.path("title").asText()) + "</h3><p>"
                + Site.escaped(summary.path("summary").asText()) + "</p><p>" + report
                + (ofRun.isEmpty() ? "exploration" : "report") + "</a> <a href=\"" + Site.placeOf(file)
                + "\">problem file</a></p></article>";
    }

    private static Optional<String> picture(Path folder, String name) {
        String figure = "figures/" + name + ".svg";
        return Files.exists(folder.resolve(figure)) ? Optional.of(figure) : Optional.empty();
    }
}
