package org.selfstab.loss;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.DoubleMatrix;
import org.selfstab.numeric.DoubleVector;

/** One evaluation of a compiled program. */
final class CompiledEvaluation implements Evaluation<Binary64> {

    private final CompiledProgram program;
    private final double[] inputs;
    private final double[] scratch;
    private final double[][] outputs;

    CompiledEvaluation(CompiledProgram program) {
        this.program = program;
        this.inputs = new double[program.inputCount()];
        this.scratch = program.newScratch();
        this.outputs = new double[program.sectionCount()][];
    }

    @Override
    public void setInputs(int first, FieldVector<Binary64> values) {
        DoubleVector.copy(values, inputs, first);
    }

    /** Sets an input; sections that depend on it must be run again. */
    void setInput(int index, double value) {
        inputs[index] = value;
    }

    @Override
    public void run(int section) {
        program.run(section, inputs, scratch, outputs(section));
    }

    @Override
    public Binary64 output(int section) {
        return new Binary64(outputs[section][0]);
    }

    @Override
    public FieldVector<Binary64> outputVector(int section, int n) {
        return DoubleVector.of(outputs[section]);
    }

    @Override
    public FieldMatrix<Binary64> outputMatrix(int section, int n) {
        return DoubleMatrix.symmetric(n, outputs[section]);
    }

    /** A section's outputs themselves, which the section's next run overwrites. */
    double[] outputs(int section) {
        if (outputs[section] == null) {
            outputs[section] = new double[program.outputCount(section)];
        }
        return outputs[section];
    }
}
