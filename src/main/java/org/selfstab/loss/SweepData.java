package org.selfstab.loss;

import java.util.Arrays;
import org.selfstab.loss.ArrayProgram.Constants;
import org.selfstab.loss.SweepStep.Place;

/** The constants of a program as sweeps use them. */
final class SweepData {

    /** Of narrow arrays. */
    final double[] constants;
    /** Of wide arrays, chunk by chunk. */
    final double[] data;

    /** How many of the data belong to a chunk. */
    final int block;

    private final Place[] places;

    SweepData(ArrayProgram program) {
        int count = program.nodes.size();
        this.places = new Place[count];
        int narrow = 1;
        int wide = 0;
        for (int i = 0; i < count; i++) {
            if (program.nodes.get(i) instanceof Constants constants) {
                places[i] = new Place(constants.axes(), 1, 0);
                int size = program.size(constants.axes(), program.chunk);
                if (program.isWide(i)) {
                    places[i].put(0, SweepMemory.DATA, wide);
                    wide = Math.addExact(wide, size);
                } else {
                    places[i].put(0, SweepMemory.CONSTANTS, narrow);
                    narrow = Math.addExact(narrow, size);
                }
            }
        }
        this.block = wide;
        this.constants = new double[narrow];
        this.data = new double[Math.multiplyExact(wide, program.chunks)];
        constants[0] = 1;
        for (int i = 0; i < count; i++) {
            if (program.nodes.get(i) instanceof Constants table) {
                fill(program, table, places[i]);
            }
        }
    }

    private void fill(ArrayProgram program, Constants table, Place place) {
        boolean isWide = place.pool[0] == SweepMemory.DATA;
        for (int chunk = 0; chunk < (isWide ? program.chunks : 1); chunk++) {
            int[] looked = program.places(table.axes(), table.offset(), table.strides(), chunk);
            double[] to = isWide ? data : constants;
            for (int i = 0; i < looked.length; i++) {
                to[place.at[0] + chunk * block + i] = table.entries().get(looked[i]);
            }
        }
    }

    Place place(int node) {
        return places[node];
    }

    /** The number 1. */
    Place one(int coefficients) {
        Place one = new Place(0, coefficients, 0);
        Arrays.fill(one.at, 0);
        one.put(0, SweepMemory.CONSTANTS, 0);
        return one;
    }
}
