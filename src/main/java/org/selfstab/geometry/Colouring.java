package org.selfstab.geometry;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Coordinates grouped by colours such that no two of one colour are coupled to the same coordinate. A derivative of higher order along
 * the sum of all unit vectors of a colour then is, row by row, the derivative along the one of them that is coupled to that row, so that
 * sparse derivatives are read from few contractions (Curtis, Powell and Reid, <i>On the estimation of sparse Jacobian matrices</i>,
 * J. Inst. Maths Applics 13, 1974; Coleman and More for symmetric ones).
 */
final class Colouring {

    private static final int NONE = -1;

    private final int colours;
    private final int[][] member;
    private final int[] colourOf;

    private Colouring(int colours, int[][] member, int[] colourOf) {
        this.colours = colours;
        this.member = member;
        this.colourOf = colourOf;
    }

    /** A colour for each of n coordinates. */
    static Colouring trivial(int n) {
        int[][] member = new int[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(member[i], i);
        }
        return new Colouring(n, member, IntStream.range(0, n).toArray());
    }

    /**
     * Colours greedily, in the order of the coordinates.
     *
     * @param coupling symmetric; two coordinates are coupled where its entry is not 0
     */
    static Colouring of(DMatrixRMaj coupling) {
        int n = coupling.getNumRows();
        int[][] member = new int[n][];
        int[] colourOf = new int[n];
        int colours = 0;
        for (int i = 0; i < n; i++) {
            int colour = 0;
            while (colour < colours && !isFree(member[colour], coupling, i)) {
                colour++;
            }
            if (colour == colours) {
                member[colours] = new int[n];
                Arrays.fill(member[colours], NONE);
                colours++;
            }
            colourOf[i] = colour;
            for (int k = 0; k < n; k++) {
                if (coupling.get(i, k) != 0) {
                    member[colour][k] = i;
                }
            }
        }
        return new Colouring(colours, member, colourOf);
    }

    private static boolean isFree(int[] member, DMatrixRMaj coupling, int i) {
        for (int k = 0; k < member.length; k++) {
            if (coupling.get(i, k) != 0 && member[k] != NONE) {
                return false;
            }
        }
        return true;
    }

    /** The number of colours. */
    int colours() {
        return colours;
    }

    /** The colour of a coordinate. */
    int colourOf(int i) {
        return colourOf[i];
    }

    /** The one coordinate of a colour that is coupled to coordinate k; negative if none is. */
    int member(int colour, int k) {
        return member[colour][k];
    }

    /** The sum of the unit vectors of a colour. */
    double[] indicator(int colour) {
        double[] sum = new double[member[colour].length];
        for (int i : member[colour]) {
            if (i != NONE) {
                sum[i] = 1.0;
            }
        }
        return sum;
    }
}
