package org.selfstab.sweep;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/**
 * All combinations of the values of some parameters. Points are numbered from 0; the last axis moves fastest.
 *
 * @param axes one for each parameter, at least one
 */
public record Grid(List<GridAxis> axes) {

    /** The largest number of points. */
    public static final int MAX_POINTS = 1_000_000;

    public Grid {
        axes = List.copyOf(axes);
    }

    /**
     * A grid as it is written.
     *
     * @param texts one for each axis, see {@link GridAxis#parse}
     * @throws SelfstabException if one is no axis, a parameter occurs twice, or there are too many points
     */
    public static Grid parse(List<String> texts) {
        Grid grid = new Grid(texts.stream().map(GridAxis::parse).toList());
        grid.requireDistinctParameters();
        long points = 1;
        for (GridAxis axis : grid.axes) {
            points *= axis.values().size();
            if (points > MAX_POINTS) {
                throw new SelfstabException(
                        "--grid: the grid has more than " + MAX_POINTS + " points", "take fewer on some axis");
            }
        }
        return grid;
    }

    private void requireDistinctParameters() {
        Set<String> seen = new HashSet<>();
        for (GridAxis axis : axes) {
            if (!seen.add(axis.parameter())) {
                throw new SelfstabException(
                        "--grid " + axis.parameter() + " is given twice", "a parameter has one range of values");
            }
        }
    }

    /**
     * Checks that the axes are parameters.
     *
     * @param parameters the problem's
     * @param fixed those that have a value of their own already
     * @throws SelfstabException if one is not, or is fixed
     */
    void requireParameters(Collection<String> parameters, Collection<String> fixed) {
        for (GridAxis axis : axes) {
            String name = axis.parameter();
            if (!parameters.contains(name)) {
                throw new SelfstabException(
                        "--grid " + Suggestion.shortened(name) + ": not a parameter of the problem",
                        Suggestion.suggestion(name, parameters, "the parameters are"));
            }
            if (fixed.contains(name)) {
                throw new SelfstabException("--grid " + name + ": --set fixes this parameter", "give one of the two");
            }
        }
    }

    /** The number of points. */
    public int size() {
        return axes.stream().mapToInt(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
    }

    /** The parameters' values at a point, in the order of the axes. */
    public Map<String, GridValue> point(int index) {
        Map<String, GridValue> point = new LinkedHashMap<>();
        int block = size();
        int rest = index;
        for (GridAxis axis : axes) {
            block /= axis.values().size();
            point.put(axis.parameter(), axis.values().get(rest / block));
            rest %= block;
        }
        return point;
    }

    /** A point in words, for instance {@code zeta = 0, epsilon = 0.01}. */
    public String place(int index) {
        return point(index).entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue().text())
                .collect(Collectors.joining(", "));
    }
}
