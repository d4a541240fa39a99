package org.selfstab.claims.closedform;

import java.util.Map;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.NumericGeometry;
import org.selfstab.expression.TaylorTerm.Role;
import org.selfstab.geometry.LocalGeometry;

/** The numbers of a geometry that was computed in double precision; the Taylor polynomial where it is asked for. */
final class GeometryInDoubles implements NumericGeometry {

    private final LocalGeometry<Binary64> local;

    GeometryInDoubles(LocalGeometry<Binary64> local) {
        this.local = local;
    }

    @Override
    public double sharpness() {
        return local.sharpness().getReal();
    }

    @Override
    public FieldVector<Binary64> u() {
        return local.u();
    }

    @Override
    public FieldVector<Binary64> gradient() {
        return local.gradient();
    }

    @Override
    public FieldVector<Binary64> gradS() {
        return local.gradS();
    }

    @Override
    public FieldVector<Binary64> gradSPerp() {
        return local.gradSPerp();
    }

    @Override
    public double kappa3() {
        return local.kappa3().getReal();
    }

    @Override
    public double alpha() {
        return local.alpha().getReal();
    }

    @Override
    public double beta() {
        return local.beta().getReal();
    }

    @Override
    public boolean hasOscillation() {
        return local.hasOscillation();
    }

    @Override
    public double delta() {
        return local.delta().getReal();
    }

    @Override
    public double epsilon(double rate) {
        return local.epsilon(new Binary64(rate)).getReal();
    }

    @Override
    public double gamma() {
        return local.gamma().getReal();
    }

    @Override
    public Map<Role, Map<String, Double>> taylor() {
        return new NumericTaylor(local).terms();
    }

    @Override
    public double eigenvectorError() {
        double norm = local.eigensystem().spectralNorm().getReal();
        double gap = local.eigensystem().gap().getReal();
        return norm == 0 ? 0 : Math.ulp(1.0) * norm / gap;
    }
}
