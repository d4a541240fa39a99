package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.TaylorLoss;
import org.selfstab.recheck.taylor.UndefinedException;

/**
 * Shows that a stationary point is the nearest point of the stable set M (theory.md (8)), and the only one: a nearer one would lie in a ball,
 * which is covered by boxes that are outside of it, or lie in a cube round the stationary point on which the {@link Lagrangian} is convex, or
 * have no point of M: {@code S > 2/eta} on all of them, or {@code grad L . u} is nowhere zero. Where the top eigenvalue may be double,
 * some unit vector of its eigenspace is orthogonal to grad L, so that only {@code S > 2/eta} excludes a box.
 */
final class NearestPointCheck {

    /** Beyond this the boxes are too many. */
    static final int MOST_VARIABLES = 4;

    /** How many boxes are looked at for the first step, and for each later one, whose ball is small. */
    static final int MOST_BOXES = 2_000;

    private static final int MOST_BOXES_LATER = 50;
    /** How many products of coefficients these boxes may take: a second or two. */
    private static final double MOST_WORK = 1e6;
    /** After so many steps of which it is not shown, no other is tried. */
    private static final int MOST_FAILURES = 3;
    /** How often the cube on which the Lagrangian may be convex is halved. */
    private static final int CUBES = 8;
    /** A box that is halved until its sides are this share of the ball has no margin, or a nearer point in it. */
    private static final double LEAST_SHARE = 0x1p-16;

    private final Decimals decimals;
    private final TaylorLoss loss;
    private final DecimalInterval edge;
    private int failures;

    /**
     * Prepares checks.
     *
     * @param edge contains 2/eta
     */
    NearestPointCheck(Decimals decimals, TaylorLoss loss, DecimalInterval edge) {
        this.decimals = decimals;
        this.loss = loss;
        this.edge = edge;
    }

    /**
     * Whether the nearest point of M is shown to be one of some points, the only one of M at that distance.
     *
     * @param points one of which it is certain that it is in M and that nu is not negative; or one on the boundary and one inside
     * @param first whether they are of the first step, for which more boxes are looked at
     */
    boolean areNearest(List<StationaryPoint> points, boolean first) {
        DecimalInterval reach = points.stream()
                .map(point -> point.reach(decimals))
                .reduce(DecimalInterval::max)
                .orElseThrow();
        if (loss.dimension() > MOST_VARIABLES || failures == MOST_FAILURES || !reach.isFinite()) {
            return false;
        }
        FieldVector<DecimalInterval> ball = decimals.around(points.get(0).theta(), reach);
        int most = (int) Math.min(first ? MOST_BOXES : MOST_BOXES_LATER, MOST_WORK / loss.work());
        boolean nearest = areConvexOn(ball, points)
                || convexCube(points, reach)
                        .filter(cube -> isCovered(points.get(0).theta(), reach, cube, most))
                        .isPresent();
        failures += nearest ? 0 : 1;
        return nearest;
    }

    private boolean areConvexOn(FieldVector<DecimalInterval> box, List<StationaryPoint> points) {
        return points.stream().allMatch(point -> new Lagrangian(decimals, loss, point).isConvexOn(box));
    }

    /** The first of ever smaller cubes, all of which contain the points, on which the Lagrangians are convex. */
    private Optional<FieldVector<DecimalInterval>> convexCube(List<StationaryPoint> points, DecimalInterval reach) {
        FieldVector<DecimalInterval> centre = points.get(0).centre();
        DecimalInterval least = points.stream()
                .map(point -> decimals.norm(point.centre().subtract(centre)).add(point.distance()))
                .reduce(DecimalInterval::max)
                .orElseThrow();
        DecimalInterval size = reach;
        for (int i = 0; i < CUBES; i++) {
            FieldVector<DecimalInterval> cube =
                    decimals.around(centre, size.add(least).mag());
            if (areConvexOn(cube, points)) {
                return Optional.of(cube);
            }
            size = size.multiply(decimals.half());
        }
        return Optional.empty();
    }

    /** Whether all of a ball is shown to have no point of M but in a cube. */
    private boolean isCovered(
            FieldVector<DecimalInterval> theta, DecimalInterval reach, FieldVector<DecimalInterval> cube, int most) {
        BigDecimal least = reach.upper().multiply(new BigDecimal(LEAST_SHARE));
        Deque<FieldVector<DecimalInterval>> open = new ArrayDeque<>();
        open.push(decimals.around(theta, reach));
        int looked = 0;
        while (!open.isEmpty()) {
            FieldVector<DecimalInterval> box = open.pop();
            if (isInside(box, cube) || decimals.norm(box.subtract(theta)).isAbove(reach)) {
                continue;
            }
            if (looked++ == most) {
                return false;
            }
            if (!isOffStableSet(box)) {
                int side = widest(box);
                if (width(box.getEntry(side)).compareTo(least) < 0) {
                    return false;
                }
                open.push(decimals.half(box, side, false));
                open.push(decimals.half(box, side, true));
            }
        }
        return true;
    }

    private static boolean isInside(FieldVector<DecimalInterval> box, FieldVector<DecimalInterval> cube) {
        return IntStream.range(0, box.getDimension())
                .allMatch(i -> cube.getEntry(i).contains(box.getEntry(i)));
    }

    /** Whether the loss is shown to be smooth on all of a box, and no point of it to be a point of M. */
    private boolean isOffStableSet(FieldVector<DecimalInterval> box) {
        try {
            CentredForm local = CentredForm.over(decimals, loss, box);
            FieldMatrix<DecimalInterval> hessian = local.hessian();
            FieldVector<DecimalInterval> direction = new SymmetricBounds(decimals).topDirection(hessian);
            DecimalInterval quotient =
                    direction.dotProduct(hessian.operate(direction)).divide(Decimals.squareSum(direction));
            if (quotient.isAbove(edge)) {
                return true;
            }
            TopDirection top = new TopDirection(decimals, direction);
            return top.sign(local.gradient(), top.tangentOfAngle(hessian)) != 0;
        } catch (UndefinedException | RejectedException notThere) {
            return false;
        }
    }

    private static int widest(FieldVector<DecimalInterval> box) {
        int widest = 0;
        for (int i = 1; i < box.getDimension(); i++) {
            if (width(box.getEntry(i)).compareTo(width(box.getEntry(widest))) > 0) {
                widest = i;
            }
        }
        return widest;
    }

    private static BigDecimal width(DecimalInterval side) {
        return side.upper().subtract(side.lower());
    }
}
