From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition u1 (s t : R) : R :=
  sin s * cos t.

Definition u2 (s t : R) : R :=
  sin s * sin t.

Definition u3 (s : R) : R :=
  cos s.

Definition uv (s t v1 v2 v3 : R) : R :=
  u1 s t * v1 + u2 s t * v2 + u3 s * v3.

Lemma equation : forall (s t v1 v2 v3 : R), u1 s t * (v1 - uv s t v1 v2 v3 * u1 s t) + u2 s t * (v2 - uv s t v1 v2 v3 * u2 s t) + u3 s * (v3 - uv s t v1 v2 v3 * u3 s) = 0.
Proof.
  intros.
  change (sin s * cos t * (v1 - (sin s * cos t * v1 + sin s * sin t * v2 + cos s * v3) * (sin s * cos t)) + sin s * sin t * (v2 - (sin s * cos t * v1 + sin s * sin t * v2 + cos s * v3) * (sin s * sin t)) + cos s * (v3 - (sin s * cos t * v1 + sin s * sin t * v2 + cos s * v3) * cos s) = 0).
  assert (Q0 : sin (s) ^ 2 = 1 - cos (s) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  assert (Q1 : sin (t) ^ 2 = 1 - cos (t) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  field [Q0 Q1]; conditions.
Qed.

Definition claims : Prop :=
  (forall (s t v1 v2 v3 : R), u1 s t * (v1 - uv s t v1 v2 v3 * u1 s t) + u2 s t * (v2 - uv s t v1 v2 v3 * u2 s t) + u3 s * (v3 - uv s t v1 v2 v3 * u3 s) = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (t : R), (1 - (cos t) ^ 2) ^ 2 + (cos t * sin t) ^ 2 = 1 - (cos t) ^ 2.
Proof.
  intros.
  change ((1 - (cos t) ^ 2) ^ 2 + (cos t * sin t) ^ 2 = 1 - (cos t) ^ 2).
  assert (Q0 : sin (t) ^ 2 = 1 - cos (t) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (t : R), (1 - (cos t) ^ 2) ^ 2 + (cos t * sin t) ^ 2 = 1 - (cos t) ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Lemma equation : forall (t : R), (- (1 - (cos t) ^ 2)) * cos t * sin t - cos t * sin t * (1 - (sin t) ^ 2) = (- cos t) * sin t.
Proof.
  intros.
  change ((- (1 - (cos t) ^ 2)) * cos t * sin t - cos t * sin t * (1 - (sin t) ^ 2) = (- cos t) * sin t).
  assert (Q0 : sin (t) ^ 2 = 1 - cos (t) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (t : R), (- (1 - (cos t) ^ 2)) * cos t * sin t - cos t * sin t * (1 - (sin t) ^ 2) = (- cos t) * sin t).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Theorem projector : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions projector.
