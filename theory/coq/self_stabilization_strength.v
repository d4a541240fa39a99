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

Definition k (s t w1 w2 w3 : R) : R :=
  w1 * u1 s t + w2 * u2 s t + w3 * u3 s.

Lemma equation : forall (s t w1 w2 w3 : R), (w1 - k s t w1 w2 w3 * u1 s t) ^ 2 + (w2 - k s t w1 w2 w3 * u2 s t) ^ 2 + (w3 - k s t w1 w2 w3 * u3 s) ^ 2 = w1 ^ 2 + w2 ^ 2 + w3 ^ 2 - (k s t w1 w2 w3) ^ 2.
Proof.
  intros.
  change ((w1 - (w1 * (sin s * cos t) + w2 * (sin s * sin t) + w3 * cos s) * (sin s * cos t)) ^ 2 + (w2 - (w1 * (sin s * cos t) + w2 * (sin s * sin t) + w3 * cos s) * (sin s * sin t)) ^ 2 + (w3 - (w1 * (sin s * cos t) + w2 * (sin s * sin t) + w3 * cos s) * cos s) ^ 2 = w1 ^ 2 + w2 ^ 2 + w3 ^ 2 - (w1 * (sin s * cos t) + w2 * (sin s * sin t) + w3 * cos s) ^ 2).
  assert (Q0 : sin (s) ^ 2 = 1 - cos (s) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  assert (Q1 : sin (t) ^ 2 = 1 - cos (t) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  field [Q0 Q1]; conditions.
Qed.

Definition claims : Prop :=
  (forall (s t w1 w2 w3 : R), (w1 - k s t w1 w2 w3 * u1 s t) ^ 2 + (w2 - k s t w1 w2 w3 * u2 s t) ^ 2 + (w3 - k s t w1 w2 w3 * u3 s) ^ 2 = w1 ^ 2 + w2 ^ 2 + w3 ^ 2 - (k s t w1 w2 w3) ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition L (x y zeta epsilon : R) : R :=
  (y + zeta * x) * x ^ 2 / 2 - epsilon * (x + y).

Definition L_x (x y zeta epsilon : R) : R :=
  (zeta * x ^ 2 + (y + zeta * x) * (2 * x)) / 2 - epsilon.

Lemma L_x_derivative : forall (x y zeta epsilon : R), 0 < y -> is_derive (fun x => L x y zeta epsilon) x (L_x x y zeta epsilon).
Proof.
  intros.
  change (is_derive (fun x => (y + zeta * x) * x ^ 2 / 2 - epsilon * (x + y)) x ((zeta * x ^ 2 + (y + zeta * x) * (2 * x)) / 2 - epsilon)).
  derivative.
Qed.

Definition L_x_x (x y zeta : R) : R :=
  (zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2.

Lemma L_x_x_derivative : forall (x y zeta epsilon : R), 0 < y -> is_derive (fun x => L_x x y zeta epsilon) x (L_x_x x y zeta).
Proof.
  intros.
  change (is_derive (fun x => (zeta * x ^ 2 + (y + zeta * x) * (2 * x)) / 2 - epsilon) x ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2)).
  derivative.
Qed.

Definition L_y (x epsilon : R) : R :=
  x ^ 2 / 2 - epsilon.

Lemma L_y_derivative : forall (x y zeta epsilon : R), 0 < y -> is_derive (fun y => L x y zeta epsilon) y (L_y x epsilon).
Proof.
  intros.
  change (is_derive (fun y => (y + zeta * x) * x ^ 2 / 2 - epsilon * (x + y)) y (x ^ 2 / 2 - epsilon)).
  derivative.
Qed.

Definition L_x_y (x : R) : R :=
  2 * x / 2.

Lemma L_x_y_derivative : forall (x y zeta epsilon : R), 0 < y -> is_derive (fun y => L_x x y zeta epsilon) y (L_x_y x).
Proof.
  intros.
  change (is_derive (fun y => (zeta * x ^ 2 + (y + zeta * x) * (2 * x)) / 2 - epsilon) y (2 * x / 2)).
  derivative.
Qed.

Definition S (x y zeta : R) : R :=
  (L_x_x x y zeta + 0) / 2 + sqrt ((L_x_x x y zeta - 0) ^ 2 / 4 + (L_x_y x) ^ 2).

Definition S_x (x y zeta : R) : R :=
  (zeta * 2 + (zeta * 2 + zeta * 2)) / 2 / 2 + / (2 * sqrt (((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) ^ 2 / 4 + (2 * x / 2) ^ 2)) * (2 * ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) * ((zeta * 2 + (zeta * 2 + zeta * 2)) / 2) / 4 + 2 * (2 * x / 2)).

Lemma S_x_derivative : forall (x y zeta : R), 0 < y -> 0 < ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) ^ 2 / 4 + (2 * x / 2) ^ 2 -> is_derive (fun x => S x y zeta) x (S_x x y zeta).
Proof.
  intros.
  change (is_derive (fun x => ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 + 0) / 2 + sqrt (((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) ^ 2 / 4 + (2 * x / 2) ^ 2)) x ((zeta * 2 + (zeta * 2 + zeta * 2)) / 2 / 2 + / (2 * sqrt (((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) ^ 2 / 4 + (2 * x / 2) ^ 2)) * (2 * ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) * ((zeta * 2 + (zeta * 2 + zeta * 2)) / 2) / 4 + 2 * (2 * x / 2)))).
  derivative.
Qed.

Definition S_y (x y zeta : R) : R :=
  1 / 2 + / (2 * sqrt (((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) ^ 2 / 4 + (2 * x / 2) ^ 2)) * (2 * ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) / 4).

Lemma S_y_derivative : forall (x y zeta : R), 0 < y -> 0 < ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) ^ 2 / 4 + (2 * x / 2) ^ 2 -> is_derive (fun y => S x y zeta) y (S_y x y zeta).
Proof.
  intros.
  change (is_derive (fun y => ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 + 0) / 2 + sqrt (((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) ^ 2 / 4 + (2 * x / 2) ^ 2)) y (1 / 2 + / (2 * sqrt (((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) ^ 2 / 4 + (2 * x / 2) ^ 2)) * (2 * ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) / 4))).
  derivative.
Qed.

Definition L_x_x_x (zeta : R) : R :=
  (zeta * 2 + (zeta * 2 + zeta * 2)) / 2.

Lemma L_x_x_x_derivative : forall (x y zeta : R), 0 < y -> is_derive (fun x => L_x_x x y zeta) x (L_x_x_x zeta).
Proof.
  intros.
  change (is_derive (fun x => (zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2) x ((zeta * 2 + (zeta * 2 + zeta * 2)) / 2)).
  derivative.
Qed.

Lemma equation : forall (y zeta : R), 0 < y -> (S_x 0 y zeta) ^ 2 + (S_y 0 y zeta) ^ 2 - (L_x_x_x zeta) ^ 2 = 1.
Proof.
  intros.
  try assert (P0 : 0 <= ((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 - 0) ^ 2 / 4 + (2 * 0 / 2) ^ 2) by (replace (((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 - 0) ^ 2 / 4 + (2 * 0 / 2) ^ 2) with (1 / 4 * y ^ 2) by (field; conditions); nonneg).
  try assert (P1 : 0 < ((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 - 0) ^ 2 / 4 + (2 * 0 / 2) ^ 2) by (replace (((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 - 0) ^ 2 / 4 + (2 * 0 / 2) ^ 2) with (1 / 4 * y ^ 2) by (field; conditions); pos).
  change (((zeta * 2 + (zeta * 2 + zeta * 2)) / 2 / 2 + / (2 * sqrt (((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 - 0) ^ 2 / 4 + (2 * 0 / 2) ^ 2)) * (2 * ((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 - 0) * ((zeta * 2 + (zeta * 2 + zeta * 2)) / 2) / 4 + 2 * (2 * 0 / 2))) ^ 2 + (1 / 2 + / (2 * sqrt (((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 - 0) ^ 2 / 4 + (2 * 0 / 2) ^ 2)) * (2 * ((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 - 0) / 4)) ^ 2 - ((zeta * 2 + (zeta * 2 + zeta * 2)) / 2) ^ 2 = 1).
  assert (A3 : sqrt (((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 - 0) ^ 2 / 4 + (2 * 0 / 2) ^ 2) = 1 / 2 * y) by (replace (((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 - 0) ^ 2 / 4 + (2 * 0 / 2) ^ 2) with ((1 / 2 * y) ^ 2) by (field; conditions); apply sqrt_pow2; nonneg).
  rewrite A3 in *.
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x y zeta epsilon : R), 0 < y -> is_derive (fun x => L x y zeta epsilon) x (L_x x y zeta epsilon))
  /\ (forall (x y zeta epsilon : R), 0 < y -> is_derive (fun x => L_x x y zeta epsilon) x (L_x_x x y zeta))
  /\ (forall (x y zeta epsilon : R), 0 < y -> is_derive (fun y => L x y zeta epsilon) y (L_y x epsilon))
  /\ (forall (x y zeta epsilon : R), 0 < y -> is_derive (fun y => L_x x y zeta epsilon) y (L_x_y x))
  /\ (forall (x y zeta : R), 0 < y -> 0 < ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) ^ 2 / 4 + (2 * x / 2) ^ 2 -> is_derive (fun x => S x y zeta) x (S_x x y zeta))
  /\ (forall (x y zeta : R), 0 < y -> 0 < ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2 - 0) ^ 2 / 4 + (2 * x / 2) ^ 2 -> is_derive (fun y => S x y zeta) y (S_y x y zeta))
  /\ (forall (x y zeta : R), 0 < y -> is_derive (fun x => L_x_x x y zeta) x (L_x_x_x zeta))
  /\ (forall (y zeta : R), 0 < y -> (S_x 0 y zeta) ^ 2 + (S_y 0 y zeta) ^ 2 - (L_x_x_x zeta) ^ 2 = 1).

Theorem proved : claims.
Proof. exact (conj L_x_derivative (conj L_x_x_derivative (conj L_y_derivative (conj L_x_y_derivative (conj S_x_derivative (conj S_y_derivative (conj L_x_x_x_derivative equation))))))). Qed.

End Equation2.

Theorem self_stabilization_strength : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions self_stabilization_strength.
