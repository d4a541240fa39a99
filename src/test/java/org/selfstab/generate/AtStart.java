package org.selfstab.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.LinearModel;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.SignConvention;
import org.selfstab.problem.Problem;
import org.selfstab.run.ProjectionMethod;

/** What a generated problem's [expect] speaks of at t = 0, by numeric geometry at the projection of the start. */
final class AtStart {

    private AtStart() {}

    /** Every value by its name in problem files. */
    static <T extends CalculusFieldElement<T>> Map<String, T> values(Problem problem, JetBackend<T> backend) {
        LinearModel<T> model = backend.model(problem);
        Projection<T> projection = model.projection(ProjectionMethod.EXACT)
                .project(model.start(), SignConvention.largestComponentPositive());
        LocalGeometry<T> geometry = projection.geometry();
        FieldVector<T> v = model.start().subtract(geometry.point());
        T eta = model.rates().step();
        Map<String, T> values = new LinkedHashMap<>();
        values.put("sharpness", geometry.sharpness());
        values.put("alpha", geometry.alpha());
        values.put("beta", geometry.beta());
        values.put("kappa_3", geometry.kappa3());
        values.put("fourth_derivative", fourth(model, geometry));
        values.put("gamma", geometry.gamma());
        values.put("delta", geometry.delta());
        values.put("epsilon", geometry.epsilon(eta));
        values.put("energy", energy(geometry, v));
        for (int j = 2; j <= geometry.eigensystem().values().size(); j++) {
            values.put(
                    "eta_lambda_" + j,
                    eta.multiply(geometry.eigensystem().values().get(j - 1)));
        }
        return values;
    }

    private static <T extends CalculusFieldElement<T>> T fourth(LinearModel<T> model, LocalGeometry<T> geometry) {
        FieldVector<T> u = geometry.u();
        return model.loss().at(geometry.point()).fourth(u, u).operate(u).dotProduct(u);
    }

    /** Theory.md (16). */
    private static <T extends CalculusFieldElement<T>> T energy(LocalGeometry<T> geometry, FieldVector<T> v) {
        T x = geometry.u().dotProduct(v).divide(geometry.delta());
        T y = geometry.gradSPerp().dotProduct(v).divide(geometry.alpha().sqrt());
        T square = x.multiply(x);
        return y.multiply(y).add(square).subtract(1.0).subtract(square.log()).divide(2.0);
    }
}
