package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepResult;

/** A sweep as a page, {@code sweep.html}: the text, then a picture of each quantity and claim that differs from point to point. */
final class SweepPage {

    private static final int MAX_POINTS = 20_000;

    private final SweepResult result;
    private final List<String> pictures = new ArrayList<>();

    private SweepPage(SweepResult result) {
        this.result = result;
    }

    /** The page; of sweeps over more than two parameters, or of very many points, without pictures. */
    static String write(SweepResult result) {
        SweepPage page = new SweepPage(result);
        boolean drawn = result.points().size() <= MAX_POINTS;
        if (drawn && result.grid().axes().size() == 1) {
            page.curves();
        } else if (drawn && result.grid().axes().size() == 2) {
            page.heatMaps();
        }
        return page.html();
    }

    private void curves() {
        SweepCurve curve = new SweepCurve(result);
        forEachNumber((name, quantity, scale) -> pictures.add(curve.draw(name, quantity, scale)));
    }

    private void heatMaps() {
        HeatMap map = new HeatMap(result);
        forEachNumber((name, quantity, scale) -> pictures.add(map.draw(name, new CellPaint.Numbers(quantity, scale))));
        List<String> quantities = result.job().quantities();
        for (int i = 0; i < quantities.size(); i++) {
            int quantity = i;
            addVerdicts(map, quantities.get(i), point -> {
                boolean isNumber = point.values().get(quantity).number().isPresent();
                return isNumber ? "" : point.values().get(quantity).text();
            });
        }
        SweepColumns columns = new SweepColumns(result);
        for (int i = 0; i < result.job().claims().size(); i++) {
            int claim = i;
            addVerdicts(map, "claim " + result.job().claims().get(i), point -> columns.claim(point, claim));
        }
    }

    /** What is the same everywhere needs no picture. */
    private void addVerdicts(HeatMap map, String name, Function<PointResult, String> words) {
        List<String> different = result.points().stream().map(words).distinct().toList();
        boolean verdicts = different.contains("holds") || different.contains("fails");
        if (verdicts && different.size() > 1) {
            pictures.add(map.draw(name, new CellPaint.Verdicts(words)));
        }
    }

    private interface Numeric {
        void draw(String name, int quantity, ColourScale scale);
    }

    private void forEachNumber(Numeric numeric) {
        List<String> names = result.job().quantities();
        for (int i = 0; i < names.size(); i++) {
            SweepExtremes extremes = SweepExtremes.of(result, i);
            if (extremes.isNumeric()) {
                numeric.draw(names.get(i), i, new ColourScale(extremes.leastValue(), extremes.greatestValue()));
            }
        }
    }

    private String legend() {
        return result.grid().axes().size() == 1
                ? "Empty square: undefined at this point. Orange: a claim fails."
                : "Hatched: undefined at this point. Cross: a claim fails; ring: one is undecided or does not apply.";
    }

    private String html() {
        String title = SvgElements.escaped(result.problem().title());
        String figures = pictures.stream()
                .map(picture -> "<figure>\n" + picture + "</figure>\n")
                .collect(Collectors.joining());
        String note = pictures.isEmpty()
                ? ""
                : "<p>" + legend() + " Values show under the pointer; all are in sweep.csv.</p>\n";
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title
                + ": sweep</title>\n<style>body { font-family: sans-serif; margin: 2em } figure { display: inline-block;"
                + " margin: 1em } pre { overflow-x: auto }</style>\n</head>\n<body>\n<h1>" + title + ": sweep</h1>\n"
                + note + figures + "<pre>\n" + SvgElements.escaped(new SweepText(result).write())
                + "</pre>\n</body>\n</html>\n";
    }
}
