package everyday

import "makes/b/internal/wire"

// Assign draws a role for each of n machines and the programs they run. Among
// every 200 machines each program occurs at least once.
func Assign(seed uint64, n int) [][]Kind {
	const block = 200
	r := wire.NewRand(seed, "roles")
	all := make([][]Kind, n)
	for from := 0; from < n; from += block {
		upto := min(n, from+block)
		roles := make([]string, upto-from)
		seen := map[string]bool{}
		for i := range roles {
			roles[i] = role(r)
			for _, k := range Kinds {
				if r.Chance(k.chance(roles[i])) {
					all[from+i] = append(all[from+i], k)
					seen[k.Name] = true
				}
			}
		}
		if upto-from < block {
			break
		}
		for _, k := range Kinds {
			if !seen[k.Name] {
				i := k.home(r, roles)
				all[from+i] = append(all[from+i], k)
			}
		}
	}
	return all
}

func role(r wire.Rand) string {
	total := 0.0
	for _, x := range Roles {
		total += x.Share
	}
	at := r.Float64() * total
	for _, x := range Roles {
		if at -= x.Share; at < 0 {
			return x.Name
		}
	}
	return Roles[0].Name
}

// chance is the probability of a program on a machine of a role; quiet machines
// have few.
func (k Kind) chance(role string) float64 {
	if role == "quiet" {
		return k.Any / 8
	}
	return 1 - (1-k.Any)*(1-k.In[role])
}

// home finds a machine for a program that none has: one of a role it belongs
// to, if there is any.
func (k Kind) home(r wire.Rand, roles []string) int {
	var fit []int
	for i, role := range roles {
		if k.In[role] > 0 {
			fit = append(fit, i)
		}
	}
	if len(fit) > 0 {
		return wire.Pick(r, fit...)
	}
	return r.IntN(len(roles))
}
