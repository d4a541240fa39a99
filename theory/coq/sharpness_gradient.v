From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition S (a b c : R) : R :=
  (a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2).

Definition f1 (a b c a1 b1 c1 t : R) : R :=
  S (a + t * a1) (b + t * b1) (c + t * c1).

Definition f1_t (a b c a1 b1 c1 t : R) : R :=
  (a1 + c1) / 2 + / (2 * sqrt (((a + t * a1 - (c + t * c1)) / 2) ^ 2 + (b + t * b1) ^ 2)) * (2 * ((a + t * a1 - (c + t * c1)) / 2) * ((a1 - c1) / 2) + 2 * (b + t * b1) * b1).

Lemma f1_t_derivative : forall (a b c a1 b1 c1 t : R), 0 < ((a + t * a1 - (c + t * c1)) / 2) ^ 2 + (b + t * b1) ^ 2 -> is_derive (fun t => f1 a b c a1 b1 c1 t) t (f1_t a b c a1 b1 c1 t).
Proof.
  intros.
  change (is_derive (fun t => (a + t * a1 + (c + t * c1)) / 2 + sqrt (((a + t * a1 - (c + t * c1)) / 2) ^ 2 + (b + t * b1) ^ 2)) t ((a1 + c1) / 2 + / (2 * sqrt (((a + t * a1 - (c + t * c1)) / 2) ^ 2 + (b + t * b1) ^ 2)) * (2 * ((a + t * a1 - (c + t * c1)) / 2) * ((a1 - c1) / 2) + 2 * (b + t * b1) * b1))).
  derivative.
Qed.

Lemma equation : forall (a b c a1 b1 c1 : R), 0 < ((a + 0 * a1 - (c + 0 * c1)) / 2) ^ 2 + (b + 0 * b1) ^ 2 -> ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2) - c) ^ 2 + b ^ 2 <> 0 -> f1_t a b c a1 b1 c1 0 = (a1 * (S a b c - c) ^ 2 + 2 * b1 * (S a b c - c) * b + c1 * b ^ 2) / ((S a b c - c) ^ 2 + b ^ 2).
Proof.
  intros.
  try assert (P0 : 0 <= ((a + 0 * a1 - (c + 0 * c1)) / 2) ^ 2 + (b + 0 * b1) ^ 2) by (replace (((a + 0 * a1 - (c + 0 * c1)) / 2) ^ 2 + (b + 0 * b1) ^ 2) with (b ^ 2 + 1 / 4 * (a + (- 1) * c) ^ 2) by (field; conditions); nonneg).
  try assert (P1 : 0 <= ((a - c) / 2) ^ 2 + b ^ 2) by (replace (((a - c) / 2) ^ 2 + b ^ 2) with (b ^ 2 + 1 / 4 * (a + (- 1) * c) ^ 2) by (field; conditions); nonneg).
  change ((a1 + c1) / 2 + / (2 * sqrt (((a + 0 * a1 - (c + 0 * c1)) / 2) ^ 2 + (b + 0 * b1) ^ 2)) * (2 * ((a + 0 * a1 - (c + 0 * c1)) / 2) * ((a1 - c1) / 2) + 2 * (b + 0 * b1) * b1) = (a1 * ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2) - c) ^ 2 + 2 * b1 * ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2) - c) * b + c1 * b ^ 2) / (((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2) - c) ^ 2 + b ^ 2)).
  assert (A3 : sqrt (((a - c) / 2) ^ 2 + b ^ 2) = sqrt (((a + 0 * a1 - (c + 0 * c1)) / 2) ^ 2 + (b + 0 * b1) ^ 2)) by (f_equal; field; conditions).
  rewrite A3 in *.
  assert (r0 : exists r, sqrt (((a + 0 * a1 - (c + 0 * c1)) / 2) ^ 2 + (b + 0 * b1) ^ 2) = r / (4) /\ r ^ 2 = (4) * (4 * b ^ 2 + (a + (- 1) * c) ^ 2)).
  { exists ((4) * sqrt (((a + 0 * a1 - (c + 0 * c1)) / 2) ^ 2 + (b + 0 * b1) ^ 2)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((4) * sqrt (((a + 0 * a1 - (c + 0 * c1)) / 2) ^ 2 + (b + 0 * b1) ^ 2)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (a b c a1 b1 c1 t : R), 0 < ((a + t * a1 - (c + t * c1)) / 2) ^ 2 + (b + t * b1) ^ 2 -> is_derive (fun t => f1 a b c a1 b1 c1 t) t (f1_t a b c a1 b1 c1 t))
  /\ (forall (a b c a1 b1 c1 : R), 0 < ((a + 0 * a1 - (c + 0 * c1)) / 2) ^ 2 + (b + 0 * b1) ^ 2 -> ((a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2) - c) ^ 2 + b ^ 2 <> 0 -> f1_t a b c a1 b1 c1 0 = (a1 * (S a b c - c) ^ 2 + 2 * b1 * (S a b c - c) * b + c1 * b ^ 2) / ((S a b c - c) ^ 2 + b ^ 2)).

Theorem proved : claims.
Proof. exact (conj f1_t_derivative equation). Qed.

End Equation1.

Module Equation2.

Definition L (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R) : R :=
  s * x ^ 2 / 2 + (s - g) * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6 + (l40 * x ^ 4 + 4 * l31 * x ^ 3 * y + 6 * l22 * x ^ 2 * y ^ 2 + 4 * l13 * x * y ^ 3 + l04 * y ^ 4) / 24.

Definition L_x (x y s l30 l21 l12 l40 l31 l22 l13 : R) : R :=
  s * (2 * x) / 2 + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6 + (l40 * (4 * x ^ 3) + 4 * l31 * (3 * x ^ 2) * y + 6 * l22 * (2 * x) * y ^ 2 + 4 * l13 * y ^ 3) / 24.

Lemma L_x_derivative : forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun x => L x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) x (L_x x y s l30 l21 l12 l40 l31 l22 l13).
Proof.
  intros.
  change (is_derive (fun x => s * x ^ 2 / 2 + (s - g) * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6 + (l40 * x ^ 4 + 4 * l31 * x ^ 3 * y + 6 * l22 * x ^ 2 * y ^ 2 + 4 * l13 * x * y ^ 3 + l04 * y ^ 4) / 24) x (s * (2 * x) / 2 + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6 + (l40 * (4 * x ^ 3) + 4 * l31 * (3 * x ^ 2) * y + 6 * l22 * (2 * x) * y ^ 2 + 4 * l13 * y ^ 3) / 24)).
  derivative.
Qed.

Definition L_x_x (x y s l30 l21 l40 l31 l22 : R) : R :=
  s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24.

Lemma L_x_x_derivative : forall (x y s g l30 l21 l12 l40 l31 l22 l13 : R), 0 < g -> is_derive (fun x => L_x x y s l30 l21 l12 l40 l31 l22 l13) x (L_x_x x y s l30 l21 l40 l31 l22).
Proof.
  intros.
  change (is_derive (fun x => s * (2 * x) / 2 + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6 + (l40 * (4 * x ^ 3) + 4 * l31 * (3 * x ^ 2) * y + 6 * l22 * (2 * x) * y ^ 2 + 4 * l13 * y ^ 3) / 24) x (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24)).
  derivative.
Qed.

Definition L_y (x y s g l21 l12 l03 l31 l22 l13 l04 : R) : R :=
  (s - g) * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6 + (4 * l31 * x ^ 3 + 6 * l22 * x ^ 2 * (2 * y) + 4 * l13 * x * (3 * y ^ 2) + l04 * (4 * y ^ 3)) / 24.

Lemma L_y_derivative : forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun y => L x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) y (L_y x y s g l21 l12 l03 l31 l22 l13 l04).
Proof.
  intros.
  change (is_derive (fun y => s * x ^ 2 / 2 + (s - g) * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6 + (l40 * x ^ 4 + 4 * l31 * x ^ 3 * y + 6 * l22 * x ^ 2 * y ^ 2 + 4 * l13 * x * y ^ 3 + l04 * y ^ 4) / 24) y ((s - g) * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6 + (4 * l31 * x ^ 3 + 6 * l22 * x ^ 2 * (2 * y) + 4 * l13 * x * (3 * y ^ 2) + l04 * (4 * y ^ 3)) / 24)).
  derivative.
Qed.

Definition L_y_y (x y s g l12 l03 l22 l13 l04 : R) : R :=
  (s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24.

Lemma L_y_y_derivative : forall (x y s g l21 l12 l03 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun y => L_y x y s g l21 l12 l03 l31 l22 l13 l04) y (L_y_y x y s g l12 l03 l22 l13 l04).
Proof.
  intros.
  change (is_derive (fun y => (s - g) * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6 + (4 * l31 * x ^ 3 + 6 * l22 * x ^ 2 * (2 * y) + 4 * l13 * x * (3 * y ^ 2) + l04 * (4 * y ^ 3)) / 24) y ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)).
  derivative.
Qed.

Definition L_x_y (x y l21 l12 l31 l22 l13 : R) : R :=
  (3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24.

Lemma L_x_y_derivative : forall (x y s g l30 l21 l12 l40 l31 l22 l13 : R), 0 < g -> is_derive (fun y => L_x x y s l30 l21 l12 l40 l31 l22 l13) y (L_x_y x y l21 l12 l31 l22 l13).
Proof.
  intros.
  change (is_derive (fun y => s * (2 * x) / 2 + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6 + (l40 * (4 * x ^ 3) + 4 * l31 * (3 * x ^ 2) * y + 6 * l22 * (2 * x) * y ^ 2 + 4 * l13 * y ^ 3) / 24) y ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24)).
  derivative.
Qed.

Definition S (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R) : R :=
  (L_x_x x y s l30 l21 l40 l31 l22 + L_y_y x y s g l12 l03 l22 l13 l04) / 2 + sqrt ((L_x_x x y s l30 l21 l40 l31 l22 - L_y_y x y s g l12 l03 l22 l13 l04) ^ 2 / 4 + (L_x_y x y l21 l12 l31 l22 l13) ^ 2).

Definition S_x (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R) : R :=
  (l30 * 6 / 6 + (l40 * (4 * (3 * (2 * x))) + 4 * l31 * 6 * y) / 24 + (3 * l12 * 2 / 6 + (6 * l22 * (2 * x) * 2 + 4 * l13 * (3 * (2 * y))) / 24)) / 2 + / (2 * sqrt ((s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) ^ 2)) * (2 * (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) * (l30 * 6 / 6 + (l40 * (4 * (3 * (2 * x))) + 4 * l31 * 6 * y) / 24 - (3 * l12 * 2 / 6 + (6 * l22 * (2 * x) * 2 + 4 * l13 * (3 * (2 * y))) / 24)) / 4 + 2 * ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) * (3 * l21 * 2 / 6 + (4 * l31 * (3 * (2 * x)) + 6 * l22 * 2 * (2 * y)) / 24)).

Lemma S_x_derivative : forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> 0 < (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) ^ 2 -> is_derive (fun x => S x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) x (S_x x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04).
Proof.
  intros.
  change (is_derive (fun x => (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 + ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) / 2 + sqrt ((s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) ^ 2)) x ((l30 * 6 / 6 + (l40 * (4 * (3 * (2 * x))) + 4 * l31 * 6 * y) / 24 + (3 * l12 * 2 / 6 + (6 * l22 * (2 * x) * 2 + 4 * l13 * (3 * (2 * y))) / 24)) / 2 + / (2 * sqrt ((s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) ^ 2)) * (2 * (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) * (l30 * 6 / 6 + (l40 * (4 * (3 * (2 * x))) + 4 * l31 * 6 * y) / 24 - (3 * l12 * 2 / 6 + (6 * l22 * (2 * x) * 2 + 4 * l13 * (3 * (2 * y))) / 24)) / 4 + 2 * ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) * (3 * l21 * 2 / 6 + (4 * l31 * (3 * (2 * x)) + 6 * l22 * 2 * (2 * y)) / 24)))).
  derivative.
Qed.

Lemma equation : forall (s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> S_x 0 0 s g l30 l21 l12 l03 l40 l31 l22 l13 l04 = l30.
Proof.
  intros.
  try assert (P0 : 0 <= (s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) by (replace ((s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) with (1 / 4 * g ^ 2) by (field; conditions); nonneg).
  try assert (P1 : 0 < (s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) by (replace ((s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) with (1 / 4 * g ^ 2) by (field; conditions); pos).
  change ((l30 * 6 / 6 + (l40 * (4 * (3 * (2 * 0))) + 4 * l31 * 6 * 0) / 24 + (3 * l12 * 2 / 6 + (6 * l22 * (2 * 0) * 2 + 4 * l13 * (3 * (2 * 0))) / 24)) / 2 + / (2 * sqrt ((s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2)) * (2 * (s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) * (l30 * 6 / 6 + (l40 * (4 * (3 * (2 * 0))) + 4 * l31 * 6 * 0) / 24 - (3 * l12 * 2 / 6 + (6 * l22 * (2 * 0) * 2 + 4 * l13 * (3 * (2 * 0))) / 24)) / 4 + 2 * ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) * (3 * l21 * 2 / 6 + (4 * l31 * (3 * (2 * 0)) + 6 * l22 * 2 * (2 * 0)) / 24)) = l30).
  assert (A3 : sqrt ((s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) = 1 / 2 * g) by (replace ((s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) with ((1 / 2 * g) ^ 2) by (field; conditions); apply sqrt_pow2; nonneg).
  rewrite A3 in *.
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun x => L x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) x (L_x x y s l30 l21 l12 l40 l31 l22 l13))
  /\ (forall (x y s g l30 l21 l12 l40 l31 l22 l13 : R), 0 < g -> is_derive (fun x => L_x x y s l30 l21 l12 l40 l31 l22 l13) x (L_x_x x y s l30 l21 l40 l31 l22))
  /\ (forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun y => L x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) y (L_y x y s g l21 l12 l03 l31 l22 l13 l04))
  /\ (forall (x y s g l21 l12 l03 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun y => L_y x y s g l21 l12 l03 l31 l22 l13 l04) y (L_y_y x y s g l12 l03 l22 l13 l04))
  /\ (forall (x y s g l30 l21 l12 l40 l31 l22 l13 : R), 0 < g -> is_derive (fun y => L_x x y s l30 l21 l12 l40 l31 l22 l13) y (L_x_y x y l21 l12 l31 l22 l13))
  /\ (forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> 0 < (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) ^ 2 -> is_derive (fun x => S x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) x (S_x x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04))
  /\ (forall (s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> S_x 0 0 s g l30 l21 l12 l03 l40 l31 l22 l13 l04 = l30).

Theorem proved : claims.
Proof. exact (conj L_x_derivative (conj L_x_x_derivative (conj L_y_derivative (conj L_y_y_derivative (conj L_x_y_derivative (conj S_x_derivative equation)))))). Qed.

End Equation2.

Module Equation3.

Definition L (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R) : R :=
  s * x ^ 2 / 2 + (s - g) * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6 + (l40 * x ^ 4 + 4 * l31 * x ^ 3 * y + 6 * l22 * x ^ 2 * y ^ 2 + 4 * l13 * x * y ^ 3 + l04 * y ^ 4) / 24.

Definition L_x (x y s l30 l21 l12 l40 l31 l22 l13 : R) : R :=
  s * (2 * x) / 2 + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6 + (l40 * (4 * x ^ 3) + 4 * l31 * (3 * x ^ 2) * y + 6 * l22 * (2 * x) * y ^ 2 + 4 * l13 * y ^ 3) / 24.

Lemma L_x_derivative : forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun x => L x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) x (L_x x y s l30 l21 l12 l40 l31 l22 l13).
Proof.
  intros.
  change (is_derive (fun x => s * x ^ 2 / 2 + (s - g) * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6 + (l40 * x ^ 4 + 4 * l31 * x ^ 3 * y + 6 * l22 * x ^ 2 * y ^ 2 + 4 * l13 * x * y ^ 3 + l04 * y ^ 4) / 24) x (s * (2 * x) / 2 + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6 + (l40 * (4 * x ^ 3) + 4 * l31 * (3 * x ^ 2) * y + 6 * l22 * (2 * x) * y ^ 2 + 4 * l13 * y ^ 3) / 24)).
  derivative.
Qed.

Definition L_x_x (x y s l30 l21 l40 l31 l22 : R) : R :=
  s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24.

Lemma L_x_x_derivative : forall (x y s g l30 l21 l12 l40 l31 l22 l13 : R), 0 < g -> is_derive (fun x => L_x x y s l30 l21 l12 l40 l31 l22 l13) x (L_x_x x y s l30 l21 l40 l31 l22).
Proof.
  intros.
  change (is_derive (fun x => s * (2 * x) / 2 + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6 + (l40 * (4 * x ^ 3) + 4 * l31 * (3 * x ^ 2) * y + 6 * l22 * (2 * x) * y ^ 2 + 4 * l13 * y ^ 3) / 24) x (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24)).
  derivative.
Qed.

Definition L_y (x y s g l21 l12 l03 l31 l22 l13 l04 : R) : R :=
  (s - g) * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6 + (4 * l31 * x ^ 3 + 6 * l22 * x ^ 2 * (2 * y) + 4 * l13 * x * (3 * y ^ 2) + l04 * (4 * y ^ 3)) / 24.

Lemma L_y_derivative : forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun y => L x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) y (L_y x y s g l21 l12 l03 l31 l22 l13 l04).
Proof.
  intros.
  change (is_derive (fun y => s * x ^ 2 / 2 + (s - g) * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6 + (l40 * x ^ 4 + 4 * l31 * x ^ 3 * y + 6 * l22 * x ^ 2 * y ^ 2 + 4 * l13 * x * y ^ 3 + l04 * y ^ 4) / 24) y ((s - g) * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6 + (4 * l31 * x ^ 3 + 6 * l22 * x ^ 2 * (2 * y) + 4 * l13 * x * (3 * y ^ 2) + l04 * (4 * y ^ 3)) / 24)).
  derivative.
Qed.

Definition L_y_y (x y s g l12 l03 l22 l13 l04 : R) : R :=
  (s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24.

Lemma L_y_y_derivative : forall (x y s g l21 l12 l03 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun y => L_y x y s g l21 l12 l03 l31 l22 l13 l04) y (L_y_y x y s g l12 l03 l22 l13 l04).
Proof.
  intros.
  change (is_derive (fun y => (s - g) * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6 + (4 * l31 * x ^ 3 + 6 * l22 * x ^ 2 * (2 * y) + 4 * l13 * x * (3 * y ^ 2) + l04 * (4 * y ^ 3)) / 24) y ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)).
  derivative.
Qed.

Definition L_x_y (x y l21 l12 l31 l22 l13 : R) : R :=
  (3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24.

Lemma L_x_y_derivative : forall (x y s g l30 l21 l12 l40 l31 l22 l13 : R), 0 < g -> is_derive (fun y => L_x x y s l30 l21 l12 l40 l31 l22 l13) y (L_x_y x y l21 l12 l31 l22 l13).
Proof.
  intros.
  change (is_derive (fun y => s * (2 * x) / 2 + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6 + (l40 * (4 * x ^ 3) + 4 * l31 * (3 * x ^ 2) * y + 6 * l22 * (2 * x) * y ^ 2 + 4 * l13 * y ^ 3) / 24) y ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24)).
  derivative.
Qed.

Definition S (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R) : R :=
  (L_x_x x y s l30 l21 l40 l31 l22 + L_y_y x y s g l12 l03 l22 l13 l04) / 2 + sqrt ((L_x_x x y s l30 l21 l40 l31 l22 - L_y_y x y s g l12 l03 l22 l13 l04) ^ 2 / 4 + (L_x_y x y l21 l12 l31 l22 l13) ^ 2).

Definition S_y (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R) : R :=
  (3 * l21 * 2 / 6 + (4 * l31 * (3 * (2 * x)) + 6 * l22 * 2 * (2 * y)) / 24 + (l03 * 6 / 6 + (4 * l13 * x * 6 + l04 * (4 * (3 * (2 * y)))) / 24)) / 2 + / (2 * sqrt ((s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) ^ 2)) * (2 * (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) * (3 * l21 * 2 / 6 + (4 * l31 * (3 * (2 * x)) + 6 * l22 * 2 * (2 * y)) / 24 - (l03 * 6 / 6 + (4 * l13 * x * 6 + l04 * (4 * (3 * (2 * y)))) / 24)) / 4 + 2 * ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) * (3 * l12 * 2 / 6 + (6 * l22 * (2 * x) * 2 + 4 * l13 * (3 * (2 * y))) / 24)).

Lemma S_y_derivative : forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> 0 < (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) ^ 2 -> is_derive (fun y => S x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) y (S_y x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04).
Proof.
  intros.
  change (is_derive (fun y => (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 + ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) / 2 + sqrt ((s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) ^ 2)) y ((3 * l21 * 2 / 6 + (4 * l31 * (3 * (2 * x)) + 6 * l22 * 2 * (2 * y)) / 24 + (l03 * 6 / 6 + (4 * l13 * x * 6 + l04 * (4 * (3 * (2 * y)))) / 24)) / 2 + / (2 * sqrt ((s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) ^ 2)) * (2 * (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) * (3 * l21 * 2 / 6 + (4 * l31 * (3 * (2 * x)) + 6 * l22 * 2 * (2 * y)) / 24 - (l03 * 6 / 6 + (4 * l13 * x * 6 + l04 * (4 * (3 * (2 * y)))) / 24)) / 4 + 2 * ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) * (3 * l12 * 2 / 6 + (6 * l22 * (2 * x) * 2 + 4 * l13 * (3 * (2 * y))) / 24)))).
  derivative.
Qed.

Lemma equation : forall (s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> S_y 0 0 s g l30 l21 l12 l03 l40 l31 l22 l13 l04 = l21.
Proof.
  intros.
  try assert (P0 : 0 <= (s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) by (replace ((s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) with (1 / 4 * g ^ 2) by (field; conditions); nonneg).
  try assert (P1 : 0 < (s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) by (replace ((s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) with (1 / 4 * g ^ 2) by (field; conditions); pos).
  change ((3 * l21 * 2 / 6 + (4 * l31 * (3 * (2 * 0)) + 6 * l22 * 2 * (2 * 0)) / 24 + (l03 * 6 / 6 + (4 * l13 * 0 * 6 + l04 * (4 * (3 * (2 * 0)))) / 24)) / 2 + / (2 * sqrt ((s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2)) * (2 * (s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) * (3 * l21 * 2 / 6 + (4 * l31 * (3 * (2 * 0)) + 6 * l22 * 2 * (2 * 0)) / 24 - (l03 * 6 / 6 + (4 * l13 * 0 * 6 + l04 * (4 * (3 * (2 * 0)))) / 24)) / 4 + 2 * ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) * (3 * l12 * 2 / 6 + (6 * l22 * (2 * 0) * 2 + 4 * l13 * (3 * (2 * 0))) / 24)) = l21).
  assert (A3 : sqrt ((s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) = 1 / 2 * g) by (replace ((s * 2 / 2 + (l30 * (3 * (2 * 0)) + 3 * l21 * 2 * 0) / 6 + (l40 * (4 * (3 * 0 ^ 2)) + 4 * l31 * (3 * (2 * 0)) * 0 + 6 * l22 * 2 * 0 ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * 0 * 2 + l03 * (3 * (2 * 0))) / 6 + (6 * l22 * 0 ^ 2 * 2 + 4 * l13 * 0 * (3 * (2 * 0)) + l04 * (4 * (3 * 0 ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * 0) + 3 * l12 * (2 * 0)) / 6 + (4 * l31 * (3 * 0 ^ 2) + 6 * l22 * (2 * 0) * (2 * 0) + 4 * l13 * (3 * 0 ^ 2)) / 24) ^ 2) with ((1 / 2 * g) ^ 2) by (field; conditions); apply sqrt_pow2; nonneg).
  rewrite A3 in *.
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun x => L x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) x (L_x x y s l30 l21 l12 l40 l31 l22 l13))
  /\ (forall (x y s g l30 l21 l12 l40 l31 l22 l13 : R), 0 < g -> is_derive (fun x => L_x x y s l30 l21 l12 l40 l31 l22 l13) x (L_x_x x y s l30 l21 l40 l31 l22))
  /\ (forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun y => L x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) y (L_y x y s g l21 l12 l03 l31 l22 l13 l04))
  /\ (forall (x y s g l21 l12 l03 l31 l22 l13 l04 : R), 0 < g -> is_derive (fun y => L_y x y s g l21 l12 l03 l31 l22 l13 l04) y (L_y_y x y s g l12 l03 l22 l13 l04))
  /\ (forall (x y s g l30 l21 l12 l40 l31 l22 l13 : R), 0 < g -> is_derive (fun y => L_x x y s l30 l21 l12 l40 l31 l22 l13) y (L_x_y x y l21 l12 l31 l22 l13))
  /\ (forall (x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> 0 < (s * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6 + (l40 * (4 * (3 * x ^ 2)) + 4 * l31 * (3 * (2 * x)) * y + 6 * l22 * 2 * y ^ 2) / 24 - ((s - g) * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6 + (6 * l22 * x ^ 2 * 2 + 4 * l13 * x * (3 * (2 * y)) + l04 * (4 * (3 * y ^ 2))) / 24)) ^ 2 / 4 + ((3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6 + (4 * l31 * (3 * x ^ 2) + 6 * l22 * (2 * x) * (2 * y) + 4 * l13 * (3 * y ^ 2)) / 24) ^ 2 -> is_derive (fun y => S x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04) y (S_y x y s g l30 l21 l12 l03 l40 l31 l22 l13 l04))
  /\ (forall (s g l30 l21 l12 l03 l40 l31 l22 l13 l04 : R), 0 < g -> S_y 0 0 s g l30 l21 l12 l03 l40 l31 l22 l13 l04 = l21).

Theorem proved : claims.
Proof. exact (conj L_x_derivative (conj L_x_x_derivative (conj L_y_derivative (conj L_y_y_derivative (conj L_x_y_derivative (conj S_y_derivative equation)))))). Qed.

End Equation3.

Module Equation4.

Definition top (s t t11 : R) : R :=
  s + t * t11.

Definition m11 (s t t11 : R) : R :=
  s + t * t11 - top s t t11.

Definition m22 (s g t t11 t22 : R) : R :=
  s - g + t * t22 - top s t t11.

Definition m33 (s h t t11 t33 : R) : R :=
  s - h + t * t33 - top s t t11.

Definition m12 (t t12 : R) : R :=
  t * t12.

Definition m13 (t t13 : R) : R :=
  t * t13.

Definition m23 (t t23 : R) : R :=
  t * t23.

Definition f1 (s g h t t11 t12 t13 t22 t23 t33 : R) : R :=
  m11 s t t11 * (m22 s g t t11 t22 * m33 s h t t11 t33 - (m23 t t23) ^ 2) - m12 t t12 * (m12 t t12 * m33 s h t t11 t33 - m13 t t13 * m23 t t23) + m13 t t13 * (m12 t t12 * m23 t t23 - m13 t t13 * m22 s g t t11 t22).

Definition f1_t (s g h t t11 t12 t13 t22 t23 t33 : R) : R :=
  (t11 - t11) * ((s - g + t * t22 - (s + t * t11)) * (s - h + t * t33 - (s + t * t11)) - (t * t23) ^ 2) + (s + t * t11 - (s + t * t11)) * ((t22 - t11) * (s - h + t * t33 - (s + t * t11)) + (s - g + t * t22 - (s + t * t11)) * (t33 - t11) - 2 * (t * t23) * t23) - (t12 * (t * t12 * (s - h + t * t33 - (s + t * t11)) - t * t13 * (t * t23)) + t * t12 * (t12 * (s - h + t * t33 - (s + t * t11)) + t * t12 * (t33 - t11) - (t13 * (t * t23) + t * t13 * t23))) + (t13 * (t * t12 * (t * t23) - t * t13 * (s - g + t * t22 - (s + t * t11))) + t * t13 * (t12 * (t * t23) + t * t12 * t23 - (t13 * (s - g + t * t22 - (s + t * t11)) + t * t13 * (t22 - t11)))).

Lemma f1_t_derivative : forall (s g h t t11 t12 t13 t22 t23 t33 : R), is_derive (fun t => f1 s g h t t11 t12 t13 t22 t23 t33) t (f1_t s g h t t11 t12 t13 t22 t23 t33).
Proof.
  intros.
  change (is_derive (fun t => (s + t * t11 - (s + t * t11)) * ((s - g + t * t22 - (s + t * t11)) * (s - h + t * t33 - (s + t * t11)) - (t * t23) ^ 2) - t * t12 * (t * t12 * (s - h + t * t33 - (s + t * t11)) - t * t13 * (t * t23)) + t * t13 * (t * t12 * (t * t23) - t * t13 * (s - g + t * t22 - (s + t * t11)))) t ((t11 - t11) * ((s - g + t * t22 - (s + t * t11)) * (s - h + t * t33 - (s + t * t11)) - (t * t23) ^ 2) + (s + t * t11 - (s + t * t11)) * ((t22 - t11) * (s - h + t * t33 - (s + t * t11)) + (s - g + t * t22 - (s + t * t11)) * (t33 - t11) - 2 * (t * t23) * t23) - (t12 * (t * t12 * (s - h + t * t33 - (s + t * t11)) - t * t13 * (t * t23)) + t * t12 * (t12 * (s - h + t * t33 - (s + t * t11)) + t * t12 * (t33 - t11) - (t13 * (t * t23) + t * t13 * t23))) + (t13 * (t * t12 * (t * t23) - t * t13 * (s - g + t * t22 - (s + t * t11))) + t * t13 * (t12 * (t * t23) + t * t12 * t23 - (t13 * (s - g + t * t22 - (s + t * t11)) + t * t13 * (t22 - t11)))))).
  derivative.
Qed.

Lemma equation : forall (s g h t11 t12 t13 t22 t23 t33 : R), f1_t s g h 0 t11 t12 t13 t22 t23 t33 = 0.
Proof.
  intros.
  change ((t11 - t11) * ((s - g + 0 * t22 - (s + 0 * t11)) * (s - h + 0 * t33 - (s + 0 * t11)) - (0 * t23) ^ 2) + (s + 0 * t11 - (s + 0 * t11)) * ((t22 - t11) * (s - h + 0 * t33 - (s + 0 * t11)) + (s - g + 0 * t22 - (s + 0 * t11)) * (t33 - t11) - 2 * (0 * t23) * t23) - (t12 * (0 * t12 * (s - h + 0 * t33 - (s + 0 * t11)) - 0 * t13 * (0 * t23)) + 0 * t12 * (t12 * (s - h + 0 * t33 - (s + 0 * t11)) + 0 * t12 * (t33 - t11) - (t13 * (0 * t23) + 0 * t13 * t23))) + (t13 * (0 * t12 * (0 * t23) - 0 * t13 * (s - g + 0 * t22 - (s + 0 * t11))) + 0 * t13 * (t12 * (0 * t23) + 0 * t12 * t23 - (t13 * (s - g + 0 * t22 - (s + 0 * t11)) + 0 * t13 * (t22 - t11)))) = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (s g h t t11 t12 t13 t22 t23 t33 : R), is_derive (fun t => f1 s g h t t11 t12 t13 t22 t23 t33) t (f1_t s g h t t11 t12 t13 t22 t23 t33))
  /\ (forall (s g h t11 t12 t13 t22 t23 t33 : R), f1_t s g h 0 t11 t12 t13 t22 t23 t33 = 0).

Theorem proved : claims.
Proof. exact (conj f1_t_derivative equation). Qed.

End Equation4.

Theorem sharpness_gradient : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved Equation4.proved))). Qed.

Print Assumptions sharpness_gradient.
