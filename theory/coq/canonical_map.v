From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition L (x z eta alpha beta : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z.

Definition L_x (x z eta beta : R) : R :=
  (2 / eta + sqrt beta * z) * (2 * x) / 2.

Lemma L_x_derivative : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta) x (L_x x z eta beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z) x ((2 / eta + sqrt beta * z) * (2 * x) / 2)).
  derivative.
Qed.

Lemma equation : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> x - eta * L_x x z eta beta = (- (1 + eta * sqrt beta * z)) * x.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 <= beta) by (nonneg).
  change (x - eta * ((2 / eta + sqrt beta * z) * (2 * x) / 2) = (- (1 + eta * sqrt beta * z)) * x).
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta) x (L_x x z eta beta))
  /\ (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> x - eta * L_x x z eta beta = (- (1 + eta * sqrt beta * z)) * x).

Theorem proved : claims.
Proof. exact (conj L_x_derivative equation). Qed.

End Equation1.

Module Equation2.

Definition L (x z eta alpha beta : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z.

Definition L_z (x alpha beta : R) : R :=
  sqrt beta * x ^ 2 / 2 - alpha / sqrt beta.

Lemma L_z_derivative : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L x z eta alpha beta) z (L_z x alpha beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z) z (sqrt beta * x ^ 2 / 2 - alpha / sqrt beta)).
  derivative.
Qed.

Lemma equation : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> sqrt beta * (z - eta * L_z x alpha beta) = sqrt beta * z + eta * (alpha - beta * x ^ 2 / 2).
Proof.
  intros.
  try assert (P0 : 0 <= beta) by (nonneg).
  try assert (P1 : 0 < beta) by (pos).
  change (sqrt beta * (z - eta * (sqrt beta * x ^ 2 / 2 - alpha / sqrt beta)) = sqrt beta * z + eta * (alpha - beta * x ^ 2 / 2)).
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L x z eta alpha beta) z (L_z x alpha beta))
  /\ (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> sqrt beta * (z - eta * L_z x alpha beta) = sqrt beta * z + eta * (alpha - beta * x ^ 2 / 2)).

Theorem proved : claims.
Proof. exact (conj L_z_derivative equation). Qed.

End Equation2.

Module Equation3.

Definition L (x z eta alpha beta kappa : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z + kappa * x ^ 3 / 6.

Definition L_x (x z eta beta kappa : R) : R :=
  (2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6.

Lemma L_x_derivative : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta kappa) x (L_x x z eta beta kappa).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z + kappa * x ^ 3 / 6) x ((2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6)).
  derivative.
Qed.

Lemma equation : forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> x - eta * L_x x z eta beta kappa = (- (1 + eta * sqrt beta * z)) * x - eta * kappa * x ^ 2 / 2.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 <= beta) by (nonneg).
  change (x - eta * ((2 / eta + sqrt beta * z) * (2 * x) / 2 + kappa * (3 * x ^ 2) / 6) = (- (1 + eta * sqrt beta * z)) * x - eta * kappa * x ^ 2 / 2).
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta kappa) x (L_x x z eta beta kappa))
  /\ (forall (x z eta alpha beta kappa : R), 0 < eta -> 0 < alpha -> 0 < beta -> x - eta * L_x x z eta beta kappa = (- (1 + eta * sqrt beta * z)) * x - eta * kappa * x ^ 2 / 2).

Theorem proved : claims.
Proof. exact (conj L_x_derivative equation). Qed.

End Equation3.

Module Equation4.

Definition L (x z eta alpha beta : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z.

Definition L_z (x alpha beta : R) : R :=
  sqrt beta * x ^ 2 / 2 - alpha / sqrt beta.

Lemma L_z_derivative : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L x z eta alpha beta) z (L_z x alpha beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z) z (sqrt beta * x ^ 2 / 2 - alpha / sqrt beta)).
  derivative.
Qed.

Definition L_x (x z eta beta : R) : R :=
  (2 / eta + sqrt beta * z) * (2 * x) / 2.

Lemma L_x_derivative : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta) x (L_x x z eta beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z) x ((2 / eta + sqrt beta * z) * (2 * x) / 2)).
  derivative.
Qed.

Definition L_x_x (z eta beta : R) : R :=
  (2 / eta + sqrt beta * z) * 2 / 2.

Lemma L_x_x_derivative : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L_x x z eta beta) x (L_x_x z eta beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => (2 / eta + sqrt beta * z) * (2 * x) / 2) x ((2 / eta + sqrt beta * z) * 2 / 2)).
  derivative.
Qed.

Definition L_x_x_z (beta : R) : R :=
  sqrt beta * 2 / 2.

Lemma L_x_x_z_derivative : forall (z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L_x_x z eta beta) z (L_x_x_z beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => (2 / eta + sqrt beta * z) * 2 / 2) z (sqrt beta * 2 / 2)).
  derivative.
Qed.

Lemma equation : forall (eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> - (L_z 0 alpha beta * L_x_x_z beta) = alpha.
Proof.
  intros.
  try assert (P0 : 0 <= beta) by (nonneg).
  try assert (P1 : 0 < beta) by (pos).
  change (- ((sqrt beta * 0 ^ 2 / 2 - alpha / sqrt beta) * (sqrt beta * 2 / 2)) = alpha).
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L x z eta alpha beta) z (L_z x alpha beta))
  /\ (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta) x (L_x x z eta beta))
  /\ (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L_x x z eta beta) x (L_x_x z eta beta))
  /\ (forall (z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L_x_x z eta beta) z (L_x_x_z beta))
  /\ (forall (eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> - (L_z 0 alpha beta * L_x_x_z beta) = alpha).

Theorem proved : claims.
Proof. exact (conj L_z_derivative (conj L_x_derivative (conj L_x_x_derivative (conj L_x_x_z_derivative equation)))). Qed.

End Equation4.

Theorem canonical_map : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved Equation4.proved))). Qed.

Print Assumptions canonical_map.
